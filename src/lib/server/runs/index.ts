/**
 * Runs: one learner at one lab. Where content, sandbox, checks and progress meet.
 *
 * The row comes first, then the machines; so whatever happens in between, the next look at both
 * (upkeep.ts) puts them in order. Knows nothing of the web.
 */
import type { Run } from '#lib/server/db/index.ts';
import type { Lab, QuizCheck, QuizView, Task, Values } from '#lib/server/labs/index.ts';
import type { Refusal } from '../refusal.ts';
import { t } from '#lib/words/index.ts';
import type { HostState, Sandbox } from '#lib/server/sandbox/index.ts';
import type { StartStep } from '#lib/server/scenes/index.ts';
import { answerCheck, beginAgain, takeHint, type Answer } from './answering.ts';
import type { CheckResult } from './attempt.ts';
import { Capacity } from './capacity.ts';
import { Contents } from './contents.ts';
import { Faults } from './faults.ts';
import { HostLook } from './host-states.ts';
import { Incidents } from './incidents.ts';
import { Grading, hasHandIn, type Work } from './grading.ts';
import { extended, firstDeadline, idleEnd, lastEnd, tooMany } from './limits.ts';
import { mayWork, type RunsOptions } from './options.ts';
import { Quizzes, type QuizAnswer } from './quizzes.ts';
import { RunRows } from './rows.ts';
import { sandboxName, secondsUntil, SOON_MILLISECONDS, Starting } from './starting.ts';
import { Upkeep } from './upkeep.ts';
import { valuesOf } from './values.ts';
import { Watching } from './watching.ts';

export type { StartStep } from '#lib/server/scenes/index.ts';
export type { CheckResult } from './attempt.ts';
export type { Look } from './grading.ts';
export type { Limits } from './limits.ts';
export type { Place } from './line.ts';
export type { RunsOptions } from './options.ts';

export class Runs {
	readonly #options: RunsOptions;
	readonly #rows: RunRows;
	readonly #grading: Grading;
	readonly #starting: Starting;
	readonly #watching: Watching;
	/** What has broken on machines, and what is told of it. */
	readonly faults: Faults;
	readonly #quizzes: Quizzes;
	readonly #incidents: Incidents;
	readonly #contents: Contents;
	readonly #look: HostLook;
	readonly capacity: Capacity;
	readonly #upkeep: Upkeep;

	constructor(options: RunsOptions) {
		this.#options = options;
		this.#rows = new RunRows(options.db);
		const work = (runId: number) => this.#workOn(runId);
		this.#contents = new Contents(options);
		this.#starting = new Starting({ ...options, rows: this.#rows });
		this.#look = new HostLook({ ...options, rows: this.#rows, labOf: this.labOf });
		const { sandbox, labOf } = this;
		const values = (userId: number, lab: Lab) => this.values(userId, lab);
		this.faults = new Faults({ ...options, rows: this.#rows, sandbox, work, labOf, values });
		this.#grading = new Grading({ ...options, sandbox: this.sandbox, work, faults: this.faults });
		this.#quizzes = new Quizzes(options.progress, options.key);
		this.#incidents = new Incidents({
			...options,
			rows: this.#rows,
			stop: (run, reason) => this.stop(run, reason)
		});
		const bringUp = (run: Run, lab: Lab) => this.#bringUp(run, lab);
		const standing = { rows: this.#rows, starting: this.#starting, labOf: this.labOf };
		this.capacity = new Capacity({ ...options, ...standing, bringUp });
		const kept = { rows: this.#rows, contents: this.#contents, capacity: this.capacity };
		this.#upkeep = new Upkeep({ ...options, ...kept, bringUp });
		this.#watching = new Watching({
			look: (runId, wanted) => this.#grading.watch(runId, wanted),
			isSeen: (runId) => options.bulletin.isHeard(this.#rows.find(runId)?.userId ?? 0),
			onBusy: (runId) => options.bulletin.tell(this.#rows.find(runId)?.userId ?? 0),
			onError: (error) => options.log.error({ error }, 'a run could not be looked at'),
			...{ pace: options.pace, onFirstKey: (runId) => this.#rows.key(runId) }
		});
	}

	/** Put rows and machines in order after whatever happened, and keep them so. */
	async open(): Promise<void> {
		await this.#contents.editions.open(this.#rows.activeDigests());
		await this.capacity.open();
		await this.#upkeep.open();
		this.#incidents.open();
		this.faults.open();
		this.#look.open();
	}

	async close(): Promise<void> {
		this.#incidents.close();
		this.#look.close();
		await this.#watching.close();
		await this.faults.close();
		await this.#upkeep.close();
		await this.capacity.close();
	}

	/** The run that is on, else null. */
	current = (userId: number, labId: string): Run | null => this.#rows.activeFor(userId, labId);

	/** The last one, whether it is on or over. */
	last = (userId: number, labId: string): Run | null => this.#rows.lastFor(userId, labId);

	/** The lab as a learner has it: as their run began with it, else as it is now. */
	labFor(userId: number, labId: string): Lab | null {
		const run = this.current(userId, labId);
		return run ? this.labOf(run) : this.#options.labs.lab(labId);
	}

	/** The lab as this run began with it. */
	labOf = (run: Run): Lab | null => this.#contents.of(run);

	/** The edition of its lab that it began with; null when that is lost. */
	begun = (run: Run): Lab | null => this.#contents.editions.find(run.digest);

	/** All that are on, newest first. */
	active = (userId: number): Run[] => this.#rows.activeOf(userId);

	/** Ids of the labs that were ever begun. */
	begunLabs = (userId: number): Set<string> => this.#rows.begunLabs(userId);

	recent = (userId: number, limit: number): Run[] => this.#rows.recentOf(userId, limit);

	/** What is being done for a run that is not ready yet; empty when nothing is. */
	steps = (run: Run): StartStep[] => this.#starting.steps(run);

	/** What befell its machines just now, in a sentence; null when all is well. */
	notice = (run: Run): string | null => this.#incidents.notice(run);

	/** Why the checks of a task cannot look yet, as what it is about has not happened; null when they can. */
	wait = (run: Run, task: Task): Refusal | null => this.faults.wait(run, task);

	/** How the hosts of a run are that its learner knows of. */
	hosts = (run: Run): Record<string, HostState> => this.#look.of(run);

	/** Look at hosts at once: something has just been done to them. */
	lookAtHosts = (): Promise<void> => this.#look.look();

	values = (userId: number, lab: Lab): Values => valuesOf(this.#options, userId, lab);

	/** When it will be stopped for want of a sign of life. */
	idleEnd = (run: Run): Date => idleEnd(run, this.#options.limits);

	/** When no extension can carry it any further. */
	lastEnd = (run: Run): Date => lastEnd(run, this.#options.limits);

	sandbox = async (run: Run): Promise<Sandbox | null> =>
		run.endedAt === null ? this.#options.engine.find(sandboxName(run)) : null;

	/** The machines of a run that is on and ready, for who may work on them; null is the platform itself. */
	async sandboxFor(userId: number | null, runId: number): Promise<{ run: Run; sandbox: Sandbox } | null> {
		const run = this.#rows.find(runId);
		if (!run || run.readyAt === null || !mayWork(this.#options, userId, run)) return null;
		const sandbox = await this.sandbox(run);
		return sandbox && { run, sandbox };
	}

	/** Begin a run, or find the one that is on. `kept`: on the machines of the last, as they were left. */
	start(userId: number, lab: Lab, kept = false): Run | Refusal {
		const running = this.current(userId, lab.id);
		if (running) return running;
		const mine = this.#rows.activeOf(userId);
		if (mine.length >= this.#options.limits.perLearner)
			return { refused: tooMany(mine.map(({ labId }) => this.#contents.title(labId))) };
		return this.capacity.join(userId, lab, kept);
	}

	/** Begin, and wait for a moment: machines from the pool are ready in it. */
	async startSoon(userId: number, lab: Lab): Promise<Run | Refusal> {
		const run = this.start(userId, lab);
		if ('refused' in run || run.sandbox === null) return run;
		await this.#starting.done(run, SOON_MILLISECONDS);
		return this.current(userId, lab.id) ?? run;
	}

	/** New machines, as at the start of this edition of the lab; what was reached on the old ones is history. */
	async reset(run: Run, lab: Lab): Promise<void> {
		this.#leave(run);
		const next = this.#rows.change(run.id, {
			generation: run.generation + 1,
			digest: lab.digest,
			sandbox: null,
			readyAt: null,
			deadline: firstDeadline(lab, this.#options.limits),
			lastSeenAt: new Date()
		});
		if (!next) return;
		this.#bringUp(next, lab);
		await this.#options.engine.remove(sandboxName(run));
	}

	async stop(run: Run, reason = 'You stopped this lab.'): Promise<void> {
		if (run.waitingSince) return this.capacity.leave(run);
		this.#leave(run);
		const ended = this.#rows.end(run.id, reason);
		if (ended) this.#options.bulletin.tell(run.userId);
		await this.#options.engine.remove(sandboxName(run));
		this.capacity.move();
	}

	/** Half an hour more, as far as the operator allows. */
	async extend(run: Run): Promise<Run | Refusal> {
		const deadline = extended(run, this.#options.limits);
		if ('refused' in deadline) return deadline;
		await (await this.sandbox(run))?.extend(secondsUntil(deadline));
		const changed = this.#rows.change(run.id, { deadline, lastSeenAt: new Date() });
		this.#options.bulletin.tell(run.userId);
		return changed ?? { refused: t('This lab has ended meanwhile. Start it again.') };
	}

	/** A key, a click: the learner is there. */
	touch = (runId: number): void => this.#rows.touch(runId);

	/** Keys in a terminal of this run; after Enter its checks soon look by themselves. */
	typed = (runId: number, enter: boolean): void => this.#watching.typed(runId, enter);

	/** A terminal of this run has shown something; when it goes quiet after Enter, a command is through. */
	printed = (runId: number): void => this.#watching.printed(runId);

	/** True while the server is too busy to let checks look by themselves: the button works on. */
	isBusy = (run: Run): boolean => this.#watching.isBusy(run.id);

	/** Look at every check of a task. */
	async check(run: Run, lab: Lab, taskId: string): Promise<CheckResult[] | Refusal> {
		this.touch(run.id);
		return this.#grading.check(this.#work(run, lab), taskId);
	}

	/** Look at one check of any task. */
	look = (run: Run, lab: Lab, place: { task: string; check: string }): Promise<Refusal | null> =>
		this.#grading.look(this.#work(run, lab), place);

	/** Let the checks look that wait for the end of the work. It may be handed in again. */
	async handIn(run: Run, lab: Lab): Promise<Refusal | null> {
		this.touch(run.id);
		return this.#grading.handIn(this.#work(run, lab));
	}

	/** Whether a lab has checks that wait until it is handed in. */
	hasHandIn = (lab: Lab): boolean => hasHandIn(lab);

	/** Compare an answer. `run` is null for a lab without machines. */
	answer(userId: number, lab: Lab, answer: Answer, run: Run | null): CheckResult | Refusal {
		if (run) this.touch(run.id);
		return answerCheck(this.#options.progress, this.#asking(userId, lab, run), answer);
	}

	/** Grade a quiz; partly right counts partly. */
	answerQuiz(userId: number, lab: Lab, answer: QuizAnswer, run: Run | null): CheckResult | Refusal {
		if (run) this.touch(run.id);
		return this.#quizzes.answer(this.#asking(userId, lab, run), answer);
	}

	/** The right answers to a quiz, as this learner would give them; null when one of them cannot be told. */
	rightAnswers = (userId: number, lab: Lab, run: Run | null, place: { task: Task; check: QuizCheck }) =>
		this.#quizzes.rightAnswers(this.#asking(userId, lab, run), place);

	/** Every quiz of a lab as this learner finds it, by `task/check`. */
	quizzes = (userId: number, lab: Lab, run: Run | null): Record<string, QuizView> =>
		this.#quizzes.views(this.#asking(userId, lab, run));

	/** Begin a lab without machines anew, when tries are used up: new tries, and a new draw. */
	beginAgain = (userId: number, lab: Lab) => beginAgain(this.#options.progress, { userId, lab });

	/** The next hint of a task, in order; each counts once. */
	takeHint(userId: number, lab: Lab, taskId: string, position: number): Refusal | null {
		const startedAt = this.last(userId, lab.id)?.startedAt ?? null;
		return takeHint(this.#options.progress, { userId, lab }, { taskId, position, startedAt });
	}

	/** Nobody works on these machines any more. */
	#leave(run: Run): void {
		this.#starting.callOff(run);
		this.#watching.forget(run.id);
	}

	#asking(userId: number, lab: Lab, run: Run | null) {
		return { userId, lab, run, values: this.values(userId, lab) };
	}

	#bringUp(run: Run, lab: Lab): void {
		this.#contents.keep(lab);
		const taken = this.capacity.take(run, lab);
		const now = taken ? { ...run, sandbox: taken.name } : run;
		void this.#starting.bringUp(now, lab, this.values(run.userId, lab), taken);
	}

	#workOn(runId: number): Work | null {
		const run = this.#rows.find(runId);
		const lab = run && this.labOf(run);
		return lab && !run.endedAt && run.readyAt ? this.#work(run, lab) : null;
	}

	#work = (run: Run, lab: Lab): Work => ({ run, lab, values: this.values(run.userId, lab) });
}
