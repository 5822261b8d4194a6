/**
 * Checks: ask a sandbox whether a task is done.
 *
 * A verdict is a value. That a learner has not finished is the most ordinary thing in the world,
 * so it is never thrown; a check that broke is a verdict too, and never counts against anyone.
 * Knows nothing of learners, progress or the web.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { askingWords, withBroker } from '#lib/server/broker/index.ts';
import { GRADER, inAuthorsPlaces, type Lab, type ScriptCheck, type Task } from '#lib/server/labs/index.ts';
import type { ExecResult, Sandbox } from '#lib/server/sandbox/index.ts';
import { preludeFor } from './prelude.ts';
import { BROKE, readVerdict, type Verdict } from './verdict.ts';

export type { Trace, Verdict } from './verdict.ts';

export interface Question {
	lab: Lab;
	task: Task;
	check: ScriptCheck;
	/** Values of the learner's parameters, secret ones included. */
	params: Record<string, string>;
	trigger: 'watch' | 'button' | 'submit';
	/** How often it was asked before, in this run. */
	tries: number;
	startedAt: Date;
}

export async function runCheck(sandbox: Sandbox, question: Question): Promise<Verdict> {
	const { check } = question;
	const nonce = randomBytes(8).toString('hex');
	const started = performance.now();
	const milliseconds = () => Math.round(performance.now() - started);
	try {
		const look = check.host === GRADER ? lookFromGrader : lookOnHost;
		return { ...(await look(sandbox, question, nonce)), milliseconds: milliseconds() };
	} catch (error) {
		// The machine is gone or does not answer: we could not look.
		const log = `[could not run: ${(error as Error).message}]`;
		return { ...couldNotLook(log), milliseconds: milliseconds() };
	}
}

const LOOKS = 8;
const BETWEEN_MILLISECONDS = 2000;

/** Where programs are only just starting a check may say no for a while: its first pass, or what it says in the end. */
export async function runCheckPatiently(sandbox: Sandbox, question: Question): Promise<Verdict> {
	let verdict = await runCheck(sandbox, question);
	for (let look = 1; look < LOOKS && verdict.verdict !== 'pass'; look++) {
		await wait(BETWEEN_MILLISECONDS);
		verdict = await runCheck(sandbox, question);
	}
	return verdict;
}

/** A verdict for what could not be looked at at all. */
export const notLooked = (error: Error): Verdict => ({
	...couldNotLook(`[could not run: ${error.message}]`),
	milliseconds: 0
});

async function lookOnHost(sandbox: Sandbox, question: Question, nonce: string) {
	const { check } = question;
	const tools = check.trust === 'host' ? {} : TOOLBOX.env;
	const prelude = preludeFor(check.script, nonce);
	const result = await sandbox.exec(check.host, {
		command: [interpreterOf(check)],
		script: prelude + check.script.text,
		args: check.args,
		env: { ...visible(question), ...context(question), ...tools },
		// Programs of the host, its own shell first of all, would share the shield with whoever put them there.
		shielded: check.trust !== 'host',
		timeoutSeconds: check.timeoutSeconds
	});
	return readVerdict(inPlace(result, check, prelude), nonce);
}

/** Nobody else is there, so it may know everything; and it can ask the other hosts. */
async function lookFromGrader(sandbox: Sandbox, question: Question, nonce: string) {
	const { check, params } = question;
	const { script, args, timeoutSeconds } = check;
	const env = { ...visible(question), ...context(question) };
	const desk = { sandbox, env, timeoutSeconds, shielded: true };
	const { result, trouble } = await withBroker(desk, async (mailbox) => {
		const prelude = preludeFor(script, nonce) + askingWords(script.interpreter, mailbox);
		const work = { command: [script.interpreter], script: prelude + script.text, args, timeoutSeconds };
		return inPlace(await sandbox.exec(GRADER, { ...work, env: { ...env, ...params } }), check, prelude);
	});
	const verdict = readVerdict(result, nonce);
	return trouble === null ? verdict : { ...verdict, ...couldNotLook(`${verdict.log}\n[${trouble}]`) };
}

/** Places of an error are those of the author's file. */
function inPlace(result: ExecResult, { script }: ScriptCheck, prelude: string): ExecResult {
	const inPlace = (said: string) => inAuthorsPlaces(said, script, prelude);
	return { ...result, stdout: inPlace(result.stdout), stderr: inPlace(result.stderr) };
}

const couldNotLook = (log: string) => ({
	...{ verdict: 'error' as const, score: 0, message: BROKE, hint: null, log }
});

/**
 * Static programs on a read-only mount below /.lab: no file that somebody replaces and no library
 * that somebody preloads reaches them. What is not among them comes from the host.
 */
const TOOLBOX = {
	shell: '/.lab/bin/sh',
	env: { PATH: '/.lab/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' }
};

const interpreterOf = ({ trust, script }: ScriptCheck) =>
	trust === 'host' ? script.interpreter : TOOLBOX.shell;

const SURROUNDINGS = { LC_ALL: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' };

const context = ({ lab, task, check, trigger, tries, startedAt }: Question) => ({
	...SURROUNDINGS,
	LAB_ID: lab.id,
	LAB_VERSION: lab.version,
	LAB_TASK: task.id,
	LAB_CHECK: check.id,
	LAB_HOST: check.host,
	LAB_TRIGGER: trigger,
	LAB_TRY: `${tries}`,
	LAB_STARTED_AT: startedAt.toISOString()
});

/** Secret parameters never enter a host where a learner is: a check there sees the others only. */
function visible({ lab, params }: Question): Record<string, string> {
	const secret = new Set(lab.params.filter((param) => param.secret).map(({ name }) => name));
	return Object.fromEntries(Object.entries(params).filter(([name]) => !secret.has(name)));
}
