/** One jump, from where the trial stands to a task: each task before it is solved and looked at. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Run } from '#lib/server/db/index.ts';
import { fillIn, type Lab, type Task } from '#lib/server/labs/index.ts';
import { applySolution, solutionsOf } from '#lib/server/scenes/index.ts';
import { t } from '#lib/words/index.ts';
import type { JumpsOptions } from './jumps.ts';

export interface LeapOrder {
	userId: number;
	lab: Lab;
	/** False once nobody wants it any more. */
	wanted: () => boolean;
	tell: (doing: string) => void;
}

const AGAIN_MILLISECONDS = 300;
/** Machines may stand in line, or come up slowly. */
const MACHINES_MILLISECONDS = 30 * 60_000;
/** What a task is about, to break. */
const FAULT_MILLISECONDS = 3 * 60_000;
/** Looks at a task whose solution has been applied: a service may need a moment. */
const LOOKS = 4;
const SETTLE_MILLISECONDS = 2000;

export class Leap {
	readonly #rooms: JumpsOptions;
	readonly #order: LeapOrder;
	#run: Run | null = null;

	constructor(rooms: JumpsOptions, order: LeapOrder) {
		this.#rooms = rooms;
		this.#order = order;
	}

	/** Why it did not get there, in a sentence; null when it did, or when it was called off. */
	async to(target: Task): Promise<string | null> {
		const { lab, tell } = this.#order;
		const before = lab.tasks.slice(0, lab.tasks.indexOf(target));
		const problem = (await this.#machines()) ?? (await this.#backTo(target));
		if (problem) return problem;
		for (const [at, task] of before.entries()) {
			if (!this.#isOn()) return null;
			if (this.#isDone(task)) continue;
			tell(
				t('Solving task {number} of {of}: {task}', { number: at + 1, of: before.length, task: task.title })
			);
			const stopped = await this.#solve(task);
			if (stopped) return this.#isOn() ? stopped : null;
		}
		return null;
	}

	/** Machines that are ready, if the lab has any. */
	async #machines(generation = 0): Promise<string | null> {
		const { runs } = this.#rooms;
		const { userId, lab } = this.#order;
		if (lab.hosts.length === 0) return null;
		const isUp = () => {
			const run = runs.current(userId, lab.id);
			return run === null || (run.readyAt !== null && run.generation > generation);
		};
		if (!(await this.#until(isUp, MACHINES_MILLISECONDS)))
			return t('The machines were not ready in half an hour. Try again when there is more room.');
		this.#run = runs.current(userId, lab.id);
		const last = runs.last(userId, lab.id);
		// Whoever stopped it knows; machines that never came up have a reason.
		return this.#run || last?.readyAt ? null : (last?.endReason ?? t('The lab was stopped.'));
	}

	/** Where the task, or one after it, is done already, everything begins anew. */
	async #backTo(target: Task): Promise<string | null> {
		const { lab, userId, tell } = this.#order;
		const after = lab.tasks.slice(lab.tasks.indexOf(target));
		if (!after.some((task) => this.#isDone(task))) return null;
		const { runs, progress } = this.#rooms;
		if (!this.#run) {
			progress.beginAgain(userId, lab.id, progress.round(userId, lab.id));
			return null;
		}
		tell(t('Starting new machines, as this task was done on the old ones.'));
		const { generation } = this.#run;
		await runs.reset(this.#run, lab);
		return this.#machines(generation);
	}

	async #solve(task: Task): Promise<string | null> {
		const { lab, userId } = this.#order;
		const waits = () => this.#run !== null && this.#rooms.runs.wait(this.#run, task) !== null;
		if (!(await this.#until(() => !waits(), FAULT_MILLISECONDS)))
			return this.#run && (this.#rooms.runs.wait(this.#run, task)?.refused ?? null);
		const sandbox = this.#run && (await this.#rooms.runs.sandbox(this.#run));
		const about = { lab, values: this.#rooms.runs.values(userId, lab) };
		for (const solution of solutionsOf(lab, task)) {
			if (!this.#isOn()) return null;
			const problem = sandbox && (await applySolution(sandbox, about, solution));
			if (problem) return t('The solution of “{task}” failed: {problem}', { task: task.title, problem });
			this.#answer(task, solution.answers, about.values);
		}
		this.#answerQuizzes(task);
		return this.#look(task);
	}

	#answer(task: Task, answers: Record<string, string>, values: Record<string, string>): void {
		const { lab, userId } = this.#order;
		for (const [checkId, answer] of Object.entries(answers)) {
			const given = { taskId: task.id, checkId, text: fillIn(answer, values) };
			if (!this.#holds(task, checkId)) this.#rooms.runs.answer(userId, lab, given, this.#run);
		}
	}

	/** Their right answers stand beside their questions: no solution says them again. */
	#answerQuizzes(task: Task): void {
		const { lab, userId } = this.#order;
		for (const check of task.checks) {
			if (check.type !== 'quiz' || this.#holds(task, check.id)) continue;
			const fields = this.#rooms.runs.rightAnswers(userId, lab, this.#run, { task, check });
			const quiz = { taskId: task.id, checkId: check.id, fields: fields ?? [] };
			if (fields) this.#rooms.runs.answerQuiz(userId, lab, quiz, this.#run);
		}
	}

	/** Look as often as a service needs that is only coming up. */
	async #look(task: Task): Promise<string | null> {
		for (let look = 0; look < LOOKS && this.#isOn(); look++) {
			if (look > 0) await pause(SETTLE_MILLISECONDS);
			if (this.#run) await this.#ask(this.#run, task);
			if (this.#isDone(task) || task.checks.every(({ hidden }) => hidden)) return null;
		}
		const red = this.#standing(task)?.checks.filter(({ state }) => state !== 'pass') ?? [];
		const why = red.map(({ id, message }) => `${id}: ${message || t('not looked at yet')}`).join(' ');
		return t('“{task}” is not done after its solution. {why}', { task: task.title, why });
	}

	/** As the platform looks when a learner asks, and at what waits for that, when they hand in. */
	async #ask(run: Run, task: Task): Promise<void> {
		const { runs } = this.#rooms;
		const scripts = task.checks.filter(({ type }) => type === 'script');
		if (scripts.some(({ trigger }) => trigger !== 'submit')) await runs.check(run, this.#order.lab, task.id);
		if (scripts.some(({ trigger }) => trigger === 'submit')) await runs.handIn(run, this.#order.lab);
	}

	#standing(task: Task) {
		const { lab, userId } = this.#order;
		const run = this.#run && this.#rooms.runs.current(userId, lab.id);
		return this.#rooms.progress.standing(userId, lab, run).find(({ id }) => id === task.id);
	}

	#isDone = (task: Task): boolean => this.#standing(task)?.state === 'done';

	#holds = (task: Task, check: string): boolean =>
		this.#standing(task)?.checks.some(({ id, state }) => id === check && state === 'pass') ?? false;

	/** Still wanted, on the machines it began on. */
	#isOn(): boolean {
		const { lab, userId, wanted } = this.#order;
		if (!wanted()) return false;
		if (!this.#run) return lab.hosts.length === 0;
		const now = this.#rooms.runs.current(userId, lab.id);
		if (now) this.#rooms.runs.touch(now.id);
		return now?.id === this.#run.id && now.generation === this.#run.generation;
	}

	/** False when it did not come about in time; at once when nobody wants it any more. */
	async #until(isThere: () => boolean, milliseconds: number): Promise<boolean> {
		const end = Date.now() + milliseconds;
		while (this.#order.wanted() && !isThere()) {
			if (Date.now() > end) return false;
			await pause(AGAIN_MILLISECONDS);
		}
		return true;
	}
}
