/**
 * Grading on the machines of a run: which checks are looked at when the learner asks, when the
 * work is handed in, and when nobody asks at all.
 */
import { notLooked, runCheck, runCheckPatiently, type Verdict } from '#lib/server/checks/index.ts';
import type { Attempt, Run } from '#lib/server/db/index.ts';
import type { Lab, ScriptCheck, Task, Values } from '#lib/server/labs/index.ts';
import type { Progress } from '#lib/server/progress/index.ts';
import type { Refusal } from '../refusal.ts';
import { t } from '#lib/words/index.ts';
import type { Sandbox, SandboxEngine } from '#lib/server/sandbox/index.ts';
import { onCopy } from '#lib/server/scenes/index.ts';
import type { Faults } from './faults.ts';
import { keep, openTask, sentence, type CheckResult } from './attempt.ts';
import { sandboxName } from './starting.ts';

export interface GradingOptions {
	progress: Progress;
	engine: SandboxEngine;
	sandbox: (run: Run) => Promise<Sandbox | null>;
	/** The work of a run that is on and ready, as it is now. */
	work: (runId: number) => Work | null;
	/** Checks of a task look when what it is about has happened. */
	faults: Pick<Faults, 'wait'>;
	/** Hears of every look of a check, whatever becomes of it. */
	onLook?: ((look: Look) => void) | undefined;
}

export interface Look extends Placed {
	run: Run;
	trigger: Trigger;
	verdict: Verdict;
}

/** A run, its lab as it began, and the learner's parameters. */
export interface Work {
	run: Run;
	lab: Lab;
	values: Values;
}

interface Placed {
	task: Task;
	check: ScriptCheck;
}

type Trigger = ScriptCheck['trigger'];

/** A check that breaks when the work is handed in gets this many chances. */
const HAND_IN_TRIES = 3;

export class Grading {
	readonly #progress: Progress;
	readonly #engine: SandboxEngine;
	readonly #sandbox: GradingOptions['sandbox'];
	readonly #work: GradingOptions['work'];
	readonly #onLook: GradingOptions['onLook'];
	readonly #faults: GradingOptions['faults'];

	constructor({ engine, progress, sandbox, work, onLook, faults }: GradingOptions) {
		this.#faults = faults;
		this.#onLook = onLook;
		this.#engine = engine;
		this.#progress = progress;
		this.#sandbox = sandbox;
		this.#work = work;
	}

	/** The learner asks about a task. What is not named to them is looked at, but not told. */
	async check(work: Work, taskId: string): Promise<CheckResult[] | Refusal> {
		const { run, lab } = work;
		const task = openTask(this.#progress, { userId: run.userId, lab, taskId, run });
		if ('refused' in task) return task;
		const sandbox = this.#faults.wait(run, task) ?? (await this.#machines(run));
		if ('refused' in sandbox) return sandbox;
		const asked = scripts(task).filter(({ check }) => check.trigger !== 'submit');
		const results = await Promise.all(
			asked.map(async (placed) =>
				this.#keep(work, placed, await this.#ask(work, sandbox, placed, 'button'), 'button')
			)
		);
		return results.filter((_, index) => !asked[index]?.check.hidden);
	}

	/** One check, whether its task is open or not: for who has just written it. */
	async look(work: Work, place: { task: string; check: string }): Promise<Refusal | null> {
		const task = work.lab.tasks.find(({ id }) => id === place.task);
		const placed = task && scripts(task).find(({ check }) => check.id === place.check);
		if (!placed) return { refused: t('There is no check of this name that asks a machine.') };
		const sandbox = await this.#machines(work.run);
		if ('refused' in sandbox) return sandbox;
		this.#keep(work, placed, await this.#ask(work, sandbox, placed, 'button'), 'button');
		return null;
	}

	/** The work is handed in: what waits for that, and what must hold at the end, is looked at. */
	async handIn(work: Work): Promise<Refusal | null> {
		const { run, lab } = work;
		if (!hasHandIn(lab))
			return { refused: t('There is nothing to hand in: the checks of this lab look at once.') };
		const sandbox = await this.#machines(run);
		if ('refused' in sandbox) return sandbox;
		const last = this.#open(work).filter(({ check }) => check.trigger === 'submit' || check.mode === 'hold');
		if (!last.some(({ check }) => check.trigger === 'submit'))
			return { refused: t('Nothing of what is handed in is open yet. Do the tasks before it first.') };
		const isCopied = ({ check }: Placed) => check.trust === 'clone';
		await Promise.all([
			this.#lookAtCopy(work, last.filter(isCopied)),
			...last
				.filter((placed) => !isCopied(placed))
				.map(async (placed) => {
					let verdict = await this.#ask(work, sandbox, placed, 'submit');
					for (let tries = 1; verdict.verdict === 'error' && tries < HAND_IN_TRIES; tries++)
						verdict = await this.#ask(work, sandbox, placed, 'submit');
					this.#keep(work, placed, verdict, 'submit');
				})
		]);
		return null;
	}

	/** One copy for all of them. What cannot be copied is nobody's fault. */
	async #lookAtCopy(work: Work, checks: Placed[]): Promise<void> {
		if (checks.length === 0) return;
		const { run, lab, values } = work;
		const original = { engine: this.#engine, name: sandboxName(run), lab, values, userId: run.userId };
		const look = (copy: Sandbox) =>
			Promise.all(checks.map((placed) => this.#ask(work, copy, placed, 'submit')));
		const verdicts = await onCopy(original, look).catch((error: Error) => checks.map(() => notLooked(error)));
		checks.forEach((placed, index) => this.#keep(work, placed, verdicts[index]!, 'submit'));
	}

	/**
	 * Look without being asked, one check after the other, as long as `wanted` says so. False when
	 * there is nothing left to look at.
	 */
	async watch(runId: number, wanted: () => boolean): Promise<boolean> {
		const work = this.#work(runId);
		const sandbox = work && (await this.#sandbox(work.run));
		if (!work || !sandbox) return false;
		const isWanted = () => wanted() && this.#work(runId)?.run.generation === work.run.generation;
		for (const placed of this.#watched(work)) {
			if (isWanted()) await this.#lookAlone(work, sandbox, placed, isWanted);
		}
		return this.#watched(work).length > 0;
	}

	/** Kept is only what is new: another verdict or another sentence than last time, and a break once. */
	async #lookAlone(work: Work, sandbox: Sandbox, placed: Placed, isWanted: () => boolean): Promise<void> {
		const before = this.#latest(work, placed);
		const verdict = await this.#ask(work, sandbox, placed, 'watch');
		const now = this.#latest(work, placed);
		// Somebody asked meanwhile, or the machines are others: what was seen is old.
		if (now[0]?.id !== before[0]?.id || !isWanted() || !isNews(verdict, now)) return;
		const known = now.find((attempt) => attempt.verdict !== 'error');
		const log = known?.verdict === verdict.verdict ? '' : verdict.log;
		this.#keep(work, placed, { ...verdict, log }, 'watch');
	}

	/** Checks that may look by themselves now: of open tasks, not reached yet or to be held. */
	#watched(work: Work): Placed[] {
		const looks = this.#progress.looks(work.run.userId, work.lab.id, work.run);
		const isReached = ({ task, check }: Placed) => looks.get(`${task.id}/${check.id}`)?.everPassed === true;
		return this.#open(work).filter(
			(placed) => placed.check.trigger === 'watch' && (placed.check.mode === 'hold' || !isReached(placed))
		);
	}

	async #machines(run: Run): Promise<Sandbox | Refusal> {
		if (run.readyAt === null)
			return { refused: t('The lab is still starting. Check again when the terminal is there.') };
		const sandbox = await this.#sandbox(run);
		return sandbox ?? { refused: t('The machines of this lab are not running any more. Start it again.') };
	}

	#open({ run, lab }: Work): Placed[] {
		const states = this.#progress.standing(run.userId, lab, run);
		return lab.tasks
			.filter((task, index) => states[index]?.state !== 'closed' && !this.#faults.wait(run, task))
			.flatMap(scripts);
	}

	async #ask(
		{ run, lab, values }: Work,
		sandbox: Sandbox,
		{ task, check }: Placed,
		trigger: Trigger
	): Promise<Verdict> {
		const look = check.trust === 'clone' && trigger === 'submit' ? runCheckPatiently : runCheck;
		const at = { userId: run.userId, labId: lab.id, runId: run.id };
		const tries = this.#progress.tries({ ...at, task: task.id, check: check.id });
		const question = { lab, task, check, tries, params: values, trigger, startedAt: run.startedAt };
		const verdict = await look(sandbox, question);
		this.#onLook?.({ run, task, check, trigger, verdict });
		return verdict;
	}

	#keep({ run, lab }: Work, placed: Placed, verdict: Verdict, trigger: Trigger): CheckResult {
		return keep(this.#progress, { ...placed, userId: run.userId, run, lab, verdict, answer: null, trigger });
	}

	#latest({ run, lab }: Work, { task, check }: Placed) {
		const place = { userId: run.userId, labId: lab.id, machines: run, task: task.id, check: check.id };
		return this.#progress.latest(place, 10);
	}
}

export const hasHandIn = (lab: Lab) =>
	lab.tasks.some(({ checks }) => checks.some(({ trigger }) => trigger === 'submit'));

const scripts = (task: Task): Placed[] =>
	task.checks.filter((check) => check.type === 'script').map((check) => ({ task, check }));

/** `latest` holds what was seen before, newest first. */
function isNews(verdict: Verdict, latest: Attempt[]): boolean {
	if (verdict.verdict === 'error')
		return !latest.some((attempt) => attempt.verdict === 'error' && attempt.trigger === 'watch');
	const last = latest.find((attempt) => attempt.verdict !== 'error');
	return (
		last?.verdict !== verdict.verdict || last.message !== sentence(verdict) || last.score !== verdict.score
	);
}
