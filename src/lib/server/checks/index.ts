/**
 * Checks: ask a sandbox whether a task is done.
 *
 * A verdict is a value. That a learner has not finished is the most ordinary thing in the world,
 * so it is never thrown; a check that broke is a verdict too, and never counts against anyone.
 * Knows nothing of learners, progress or the web.
 */
import { randomBytes } from 'node:crypto';
import { inAuthorsPlaces, type Lab, type ScriptCheck, type Task } from '#lib/server/labs/index.ts';
import type { Sandbox } from '#lib/server/sandbox/index.ts';
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
	const prelude = preludeFor(check.script, nonce);
	const milliseconds = () => Math.round(performance.now() - started);
	try {
		const result = await sandbox.exec(check.host, {
			command: [interpreterOf(check)],
			script: prelude + check.script.text,
			args: check.args,
			env: { ...visible(question), ...context(question), ...(check.trust === 'toolbox' ? TOOLBOX.env : {}) },
			timeoutSeconds: check.timeoutSeconds
		});
		const inPlace = (said: string) => inAuthorsPlaces(said, check.script, prelude);
		const told = { ...result, stdout: inPlace(result.stdout), stderr: inPlace(result.stderr) };
		return { ...readVerdict(told, nonce), milliseconds: milliseconds() };
	} catch (error) {
		// The machine is gone or does not answer: we could not look.
		const log = `[could not run: ${(error as Error).message}]`;
		return { verdict: 'error', score: 0, message: BROKE, hint: null, log, milliseconds: milliseconds() };
	}
}

/**
 * Static programs on a read-only mount below /.lab: no file that somebody replaces and no library
 * that somebody preloads reaches them. What is not among them comes from the host.
 */
const TOOLBOX = {
	shell: '/.lab/bin/sh',
	env: { PATH: '/.lab/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' }
};

const interpreterOf = ({ trust, script }: ScriptCheck) =>
	trust === 'toolbox' ? TOOLBOX.shell : script.interpreter;

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
