/**
 * A stage: one play of a lab on machines of its own. Solutions are applied to it and checks look at
 * it, as with a learner. A lab without hosts is played too: there are only answers to give.
 */
import { notLooked, runCheck, runCheckPatiently, type Trace } from '#lib/server/checks/index.ts';
import {
	fillIn,
	isRightAnswer,
	type AnswerCheck,
	type Check,
	type Lab,
	type ScriptCheck,
	type Solution,
	type Task,
	type Values
} from '#lib/server/labs/index.ts';
import type { Sandbox } from '#lib/server/sandbox/index.ts';
import { applySolution, onCopy, type Original } from '#lib/server/scenes/index.ts';

export { ending, solutionsOf } from '#lib/server/scenes/index.ts';

/** A check and the task it belongs to. */
export interface Placed {
	task: Task;
	check: Check;
}

/** What one look at a check saw. */
export interface Seen {
	verdict: 'pass' | 'fail' | 'error';
	message: string;
	/** Output and exit code, for the author. */
	log: string;
	hint: string | null;
	score: number;
	milliseconds: number;
	trace?: Trace;
}

export class Stage {
	readonly lab: Lab;
	readonly values: Values;
	/** Null for a lab without hosts. */
	readonly sandbox: Sandbox | null;
	/** Parts of the seconds since nothing was there; null without hosts. */
	readonly coldStartMilliseconds: number | null;
	/** What it is a play of, for checks that look at a copy; null where there can be none. */
	original: Original | null = null;
	#answers = new Map<string, string>();
	#looks = new Map<string, number>();
	#startedAt = new Date();

	constructor(lab: Lab, values: Values, sandbox: Sandbox | null, coldStartMilliseconds: number | null) {
		this.lab = lab;
		this.values = values;
		this.sandbox = sandbox;
		this.coldStartMilliseconds = coldStartMilliseconds;
	}

	/** Give the answers and run the scripts, in order. Returns a sentence for each that fails. */
	async apply(solutions: Solution[]): Promise<string[]> {
		const problems: string[] = [];
		for (const solution of solutions) {
			for (const [check, answer] of Object.entries(solution.answers))
				this.#answers.set(`${solution.task}/${check}`, fillIn(answer, this.values));
			const problem = this.sandbox && (await applySolution(this.sandbox, this, solution));
			if (problem) problems.push(problem);
		}
		return problems;
	}

	async look({ task, check }: Placed): Promise<Seen> {
		if (check.type === 'quiz') return QUIZ;
		return check.type === 'script' ? this.#ask(task, check) : this.#compare(task, check);
	}

	/** All of them at once, as the platform looks. */
	async allPass(checks: Placed[]): Promise<boolean> {
		const seen = await Promise.all(checks.map((placed) => this.look(placed)));
		return seen.every(({ verdict }) => verdict === 'pass');
	}

	async #ask(task: Task, check: ScriptCheck): Promise<Seen> {
		const { lab, values, sandbox } = this;
		if (!sandbox) throw new Error(`The check ${task.id}/${check.id} has no machine to look at.`);
		const tries = this.#looks.get(nameOf({ task, check })) ?? 0;
		this.#looks.set(nameOf({ task, check }), tries + 1);
		const about = { trigger: 'button', tries, startedAt: this.#startedAt } as const;
		const question = { lab, task, check, params: values, ...about };
		if (check.trust !== 'clone' || !this.original) return runCheck(sandbox, question);
		return onCopy(this.original, (copy) => runCheckPatiently(copy, question)).catch(notLooked);
	}

	#compare(task: Task, check: AnswerCheck): Seen {
		const given = this.#answers.get(`${task.id}/${check.id}`);
		const right = given !== undefined && isRightAnswer(check, given, this.values);
		const message =
			given === undefined ? 'Nothing was answered.' : `The answer was ${JSON.stringify(given)}.`;
		const score = right ? 1 : 0;
		return { verdict: right ? 'pass' : 'fail', message, log: '', hint: null, score, milliseconds: 0 };
	}
}

/** Its right answers stand beside its questions, so no solution could say more. */
const QUIZ: Seen = {
	verdict: 'pass',
	score: 1,
	message: 'Not played.',
	hint: null,
	log: '',
	milliseconds: 0
};

export const allChecks = (lab: Lab): Placed[] => lab.tasks.flatMap((task) => checksOf(task));

export const checksOf = (task: Task): Placed[] => task.checks.map((check) => ({ task, check }));

/** Those that count as they are in the end: a later task must not undo them. */
export const holding = (lab: Lab) => allChecks(lab).filter(({ check }) => check.mode === 'hold');

export const nameOf = ({ task, check }: Placed) => `Check ${task.id}/${check.id}`;
