/**
 * The proof of a lab: its fresh machines are red, its solution turns them green, and no wrong
 * solution earns full marks. What is found is a list of sentences; an empty one is the proof.
 */
import PQueue from 'p-queue';
import { runCheck } from '#lib/server/checks/index.ts';
import {
	fillIn,
	isRightAnswer,
	paramValues,
	type Check,
	type Lab,
	type ScriptCheck,
	type Solution,
	type Task,
	type Values
} from '#lib/server/labs/index.ts';
import type { Sandbox, SandboxEngine } from '#lib/server/sandbox/index.ts';
import { bringUp, runStep, sandboxSpec } from '#lib/server/scenes/index.ts';

export interface Proof {
	/** What an author must mend, one sentence each. */
	problems: string[];
	/** Wrong solutions that were kept from full marks, and how many there are. */
	wrong: { rejected: number; of: number };
	/** From nothing to machines that are up and set, in milliseconds. */
	coldStart: number;
}

export interface ProveOptions {
	engine: SandboxEngine;
	lab: Lab;
	/** Another seed gives the parameters other values. */
	seed: string;
	/** Hears what is being tried. */
	tell?: (text: string) => void;
}

interface Stage {
	lab: Lab;
	sandbox: Sandbox;
	values: Values;
	answers: Map<string, string>;
}

const LIFETIME_SECONDS = 1800;
const STEP_SECONDS = 60;
/** Sandboxes of one proof at the same time. */
const AT_ONCE = 3;

export async function proveLab({ engine, lab, seed, tell = () => {} }: ProveOptions): Promise<Proof> {
	const values = paramValues(lab, { key: seed, learner: 'author', scope: 'proof' });
	const problems: string[] = [];
	const on = async <T>(name: string, act: (stage: Stage, milliseconds: number) => Promise<T>): Promise<T> => {
		const sandboxName = `proof-${lab.id}-${name}-${process.pid}`.slice(0, 60);
		const started = performance.now();
		const spec = sandboxSpec(lab, values, { lifetimeSeconds: LIFETIME_SECONDS, userId: 0 });
		const signal = new AbortController().signal;
		try {
			const sandbox = await bringUp({ engine, lab, name: sandboxName, spec, values, signal, tell: () => {} });
			return await act({ lab, sandbox, values, answers: new Map() }, Math.round(performance.now() - started));
		} finally {
			await engine.remove(sandboxName);
		}
	};

	tell('the fresh lab, then the solution');
	const coldStart = await on('solution', async (stage, milliseconds) => {
		problems.push(...(await findGreenTooSoon(stage)), ...(await findRedAfterSolution(stage)));
		return milliseconds;
	});
	const accepted = await acceptedWrong(lab, tell, (name, steps) =>
		on(`wrong-${name}`, (stage) => acceptsWrong(stage, steps))
	);
	for (const name of accepted) {
		problems.push(`The wrong solution wrong/${name} earns full marks: make a check notice it.`);
	}
	const of = lab.wrong.length;
	return { problems, wrong: { rejected: of - accepted.length, of }, coldStart };
}

/** Names of the wrong solutions that earn full marks. */
async function acceptedWrong(
	{ wrong }: Lab,
	tell: (text: string) => void,
	isAccepted: (name: string, steps: Solution[]) => Promise<boolean>
): Promise<string[]> {
	const few = new PQueue({ concurrency: AT_ONCE });
	const accepted = await few.addAll(
		wrong.map(({ name, steps }) => async () => {
			tell(`the wrong solution ${name}`);
			return (await isAccepted(name, steps)) ? name : null;
		})
	);
	return accepted.filter((name) => name !== null);
}

/** Checks that pass before anything was done, without saying that they do; and the other way round. */
async function findGreenTooSoon(stage: Stage): Promise<string[]> {
	const scripts = allChecks(stage.lab).filter(({ check }) => check.type === 'script');
	return gather(scripts, async ({ task, check }) => {
		const seen = await look(stage, task, check);
		if (seen.verdict === 'error') return [broke(task, check, seen.log)];
		if (seen.verdict === check.initially) return [];
		return seen.verdict === 'pass'
			? [`${name(task, check)} passes on the fresh lab. If it is meant to, say initially: pass.`]
			: [`${name(task, check)} says initially: pass, but fails on the fresh lab: ${seen.message}`];
	});
}

/** Apply the solution task by task, as a learner would. */
async function findRedAfterSolution(stage: Stage): Promise<string[]> {
	const problems: string[] = [];
	for (const task of stage.lab.tasks) {
		problems.push(
			...(await apply(
				stage,
				stage.lab.solutions.filter((solution) => solution.task === task.id)
			))
		);
		problems.push(...(await gather(task.checks, (check) => redAfter(stage, task, check))));
	}
	// What one task reached the next must not have undone.
	const holding = allChecks(stage.lab).filter(({ check }) => check.mode === 'hold');
	problems.push(...(await gather(holding, ({ task, check }) => redAfter(stage, task, check))));
	return [...new Set(problems)];
}

async function redAfter(stage: Stage, task: Task, check: Check): Promise<string[]> {
	const seen = await look(stage, task, check);
	if (seen.verdict === 'pass') return [];
	if (seen.verdict === 'error') return [broke(task, check, seen.log)];
	return [`${name(task, check)} is still red after the solution: ${seen.message}`];
}

/** The solution, with the wrong steps in place of its own; true when every check passes in the end. */
async function acceptsWrong(stage: Stage, wrong: Solution[]): Promise<boolean> {
	const touched = new Set(wrong.map(({ task }) => task));
	for (const task of stage.lab.tasks) {
		const own = stage.lab.solutions.filter((solution) => solution.task === task.id);
		await apply(stage, touched.has(task.id) ? wrong.filter((step) => step.task === task.id) : own);
		if (
			!(await allPass(
				stage,
				task.checks.map((check) => ({ task, check }))
			))
		)
			return false;
	}
	return allPass(
		stage,
		allChecks(stage.lab).filter(({ check }) => check.mode === 'hold')
	);
}

const allPass = async (stage: Stage, checks: Placed[]) =>
	(await gather(checks, async ({ task, check }) => [(await look(stage, task, check)).verdict])).every(
		(verdict) => verdict === 'pass'
	);

/** Everything found about all of them, looked at together as the platform does. */
const gather = async <T, F>(things: T[], find: (thing: T) => Promise<F[]>): Promise<F[]> =>
	(await Promise.all(things.map(find))).flat();

async function apply(stage: Stage, solutions: Solution[]): Promise<string[]> {
	const problems: string[] = [];
	for (const { task, host, script, answers } of solutions) {
		for (const [check, answer] of Object.entries(answers))
			stage.answers.set(`${task}/${check}`, fillIn(answer, stage.values));
		if (!script || !host) continue;
		const step = { host, script, args: [], env: {}, timeoutSeconds: STEP_SECONDS };
		const { code, stdout, stderr } = await runStep(stage.sandbox, stage.lab, step, stage.values);
		if (code !== 0)
			problems.push(`${script.path} ends with exit ${code}: ${(stdout + stderr).trim().slice(-500)}`);
	}
	return problems;
}

type Seen = { verdict: 'pass' | 'fail' | 'error'; message: string; log: string };

async function look(stage: Stage, task: Task, check: Check): Promise<Seen> {
	if (check.type === 'script') return ask(stage, task, check);
	const given = stage.answers.get(`${task.id}/${check.id}`);
	if (given === undefined) return { verdict: 'fail', message: 'Nothing was answered.', log: '' };
	const right = isRightAnswer(check, given, stage.values);
	return { verdict: right ? 'pass' : 'fail', message: `The answer was ${JSON.stringify(given)}.`, log: '' };
}

const ask = ({ sandbox, lab, values }: Stage, task: Task, check: ScriptCheck) =>
	runCheck(sandbox, { lab, task, check, params: values, trigger: 'button', tries: 0, startedAt: new Date() });

interface Placed {
	task: Task;
	check: Check;
}

const allChecks = (lab: Lab): Placed[] =>
	lab.tasks.flatMap((task) => task.checks.map((check) => ({ task, check })));

const name = (task: Task, check: Check) => `Check ${task.id}/${check.id}`;

const broke = (task: Task, check: Check, log: string) =>
	`${name(task, check)} could not run, so no learner could pass it: ${log.trim().slice(-500)}`;
