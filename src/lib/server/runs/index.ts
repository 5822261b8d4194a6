/**
 * Runs: one learner at one lab. Where content, sandbox, checks and progress meet.
 *
 * The row comes first, then the machines; so whatever happens in between, the next look at both
 * (upkeep.ts) puts them in order. Knows nothing of the web.
 */
import type { Bulletin } from '../bulletin.ts';
import type { Log } from '../log.ts';
import type { Db, Run } from '#lib/server/db/index.ts';
import { paramValues, type Lab, type Values } from '#lib/server/labs/index.ts';
import type { Progress } from '#lib/server/progress/index.ts';
import type { Refusal } from '../refusal.ts';
import type { Sandbox, SandboxEngine } from '#lib/server/sandbox/index.ts';
import { bringUp, sandboxSpec, type StartStep } from '#lib/server/scenes/index.ts';
import { answerCheck, takeHint, type Answer } from './answering.ts';
import type { CheckResult } from './attempt.ts';
import { Grading, hasHandIn, type Work } from './grading.ts';
import { RunRows } from './rows.ts';
import { recover, tend } from './upkeep.ts';
import { Watching, type Pace } from './watching.ts';

export type { StartStep } from '#lib/server/scenes/index.ts';
export type { CheckResult } from './attempt.ts';

export interface RunsOptions {
	db: Db;
	engine: SandboxEngine;
	labs: { lab(id: string): Lab | null };
	progress: Progress;
	bulletin: Bulletin;
	log: Log;
	/** The server's secret, from which learners' parameters come. */
	key: string;
	limits: Limits;
	/** How often and how many runs are looked at by themselves; for tests. */
	pace?: Partial<Pace>;
}

export interface Limits {
	/** Sandboxes at the same time, in all and of one learner. */
	total: number;
	perLearner: number;
	/** Of one run: at first, and with every extension. */
	minutes: number;
	minutesMax: number;
	/** Without a key or a click. */
	idleMinutes: number;
}

export const EXTENSION_MINUTES = 30;
const MINUTE = 60_000;
/** The machines outlive the row's deadline a little: the row decides, they only make sure. */
const GRACE_SECONDS = 120;
const UPKEEP_MILLISECONDS = 10_000;

export class Runs {
	readonly #options: RunsOptions;
	readonly #rows: RunRows;
	readonly #grading: Grading;
	readonly #starting = new Map<number, { steps: StartStep[]; stop: AbortController }>();
	readonly #watching: Watching;
	#timer: NodeJS.Timeout | undefined;
	#tending: Promise<void> = Promise.resolve();

	constructor(options: RunsOptions) {
		this.#options = options;
		this.#rows = new RunRows(options.db);
		this.#grading = new Grading({ progress: options.progress, sandbox: (run) => this.sandbox(run) });
		this.#watching = new Watching({
			look: (runId, wanted) => this.#lookByItself(runId, wanted),
			isSeen: (runId) => options.bulletin.isHeard(this.#rows.find(runId)?.userId ?? 0),
			onBusy: (runId) => options.bulletin.tell(this.#rows.find(runId)?.userId ?? 0),
			onError: (error) => options.log.error({ error }, 'a run could not be looked at'),
			pace: options.pace
		});
	}

	/** Put rows and machines in order after whatever happened, and keep them so. */
	async open(): Promise<void> {
		await this.#tidy(recover);
		this.#timer = setInterval(() => {
			this.#tending = this.#tidy(tend);
		}, UPKEEP_MILLISECONDS);
	}

	async close(): Promise<void> {
		clearInterval(this.#timer);
		await this.#watching.close();
		await this.#tending;
	}

	/** The run that is on, else null. */
	current(userId: number, labId: string): Run | null {
		return this.#rows.activeFor(userId, labId);
	}

	/** The last one, whether it is on or over. */
	last(userId: number, labId: string): Run | null {
		return this.#rows.lastFor(userId, labId);
	}

	/** All that are on, newest first. */
	active(userId: number): Run[] {
		return this.#rows.activeOf(userId);
	}

	recent(userId: number, limit: number): Run[] {
		return this.#rows.recentOf(userId, limit);
	}

	/** What is being done for a run that is not ready yet; empty when nothing is. */
	steps(run: Run): StartStep[] {
		return this.#starting.get(run.id)?.steps ?? [];
	}

	values(userId: number, lab: Lab): Values {
		return paramValues(lab, { key: this.#options.key, learner: `${userId}`, scope: 'practice' });
	}

	/** When it will be stopped for want of a sign of life. */
	idleEnd(run: Run): Date {
		return new Date(run.lastSeenAt.getTime() + this.#options.limits.idleMinutes * MINUTE);
	}

	/** When no extension can carry it any further. */
	lastEnd(run: Run): Date {
		return new Date(run.startedAt.getTime() + this.#options.limits.minutesMax * MINUTE);
	}

	async sandbox(run: Run): Promise<Sandbox | null> {
		return run.endedAt === null ? this.#options.engine.find(sandboxName(run)) : null;
	}

	/** The machines of a run that is on and ready, for the learner whose it is. */
	async sandboxFor(userId: number, runId: number): Promise<{ run: Run; sandbox: Sandbox } | null> {
		const run = this.#rows.find(runId);
		if (!run || run.userId !== userId || run.readyAt === null) return null;
		const sandbox = await this.sandbox(run);
		return sandbox && { run, sandbox };
	}

	/** Begin a run, or find the one that is on. Its machines come up while the caller goes on. */
	start(userId: number, lab: Lab): Run | Refusal {
		const running = this.#rows.activeFor(userId, lab.id);
		if (running) return running;
		const { limits } = this.#options;
		const mine = this.#rows.activeOf(userId);
		if (mine.length >= limits.perLearner)
			return { refused: tooMany(mine.map(({ labId }) => this.#title(labId))) };
		if (this.#rows.countActive() >= limits.total) {
			return { refused: 'Every sandbox of this platform is in use. Try again in a few minutes.' };
		}
		const { run, begun } = this.#rows.begin({
			userId,
			labId: lab.id,
			digest: lab.digest,
			deadline: this.#firstDeadline(lab)
		});
		if (begun) void this.#bringUp(run, lab);
		return run;
	}

	/** New machines, as at the start of the lab; what was reached on the old ones is history. */
	async reset(run: Run, lab: Lab): Promise<void> {
		this.#starting.get(run.id)?.stop.abort();
		const next = this.#rows.change(run.id, {
			generation: run.generation + 1,
			readyAt: null,
			deadline: this.#firstDeadline(lab),
			lastSeenAt: new Date()
		});
		if (!next) return;
		void this.#bringUp(next, lab);
		await this.#options.engine.remove(sandboxName(run));
	}

	async stop(run: Run, reason = 'You stopped this lab.'): Promise<void> {
		this.#starting.get(run.id)?.stop.abort();
		const ended = this.#rows.end(run.id, reason);
		if (ended) this.#options.bulletin.tell(run.userId);
		await this.#options.engine.remove(sandboxName(run));
	}

	/** Half an hour more, as far as the operator allows. */
	async extend(run: Run): Promise<Run | Refusal> {
		const wanted = Math.max(run.deadline.getTime(), Date.now()) + EXTENSION_MINUTES * MINUTE;
		const deadline = new Date(Math.min(wanted, this.lastEnd(run).getTime()));
		if (deadline <= run.deadline) {
			return {
				refused: `A lab can run for ${this.#options.limits.minutesMax} minutes at most, and this one will have.`
			};
		}
		const sandbox = await this.sandbox(run);
		await sandbox?.extend(secondsUntil(deadline));
		const changed = this.#rows.change(run.id, { deadline, lastSeenAt: new Date() });
		this.#options.bulletin.tell(run.userId);
		return changed ?? { refused: 'This lab has ended meanwhile. Start it again.' };
	}

	/** A key, a click: the learner is there. */
	touch(runId: number): void {
		this.#rows.change(runId, { lastSeenAt: new Date() });
	}

	/** Keys in a terminal of this run; after Enter its checks soon look by themselves. */
	typed(runId: number, enter: boolean): void {
		this.#watching.typed(runId, enter);
	}

	/** True while the server is too busy to let checks look by themselves: the button works on. */
	isBusy(run: Run): boolean {
		return this.#watching.isBusy(run.id);
	}

	/** Look at every check of a task. */
	async check(run: Run, lab: Lab, taskId: string): Promise<CheckResult[] | Refusal> {
		this.touch(run.id);
		return this.#grading.check(this.#work(run, lab), taskId);
	}

	/** Let the checks look that wait for the end of the work. It may be handed in again. */
	async handIn(run: Run, lab: Lab): Promise<Refusal | null> {
		this.touch(run.id);
		return this.#grading.handIn(this.#work(run, lab));
	}

	/** Whether a lab has checks that wait until it is handed in. */
	hasHandIn(lab: Lab): boolean {
		return hasHandIn(lab);
	}

	/** Compare an answer. `run` is null for a lab without machines. */
	answer(userId: number, lab: Lab, answer: Answer, run: Run | null): CheckResult | Refusal {
		if (run) this.touch(run.id);
		const asking = { userId, lab, run, values: this.values(userId, lab) };
		return answerCheck(this.#options.progress, asking, answer);
	}

	/** The next hint of a task, in order; each counts once. */
	takeHint(userId: number, lab: Lab, taskId: string, position: number): Refusal | null {
		const startedAt = this.#rows.lastFor(userId, lab.id)?.startedAt ?? null;
		return takeHint(this.#options.progress, { userId, lab }, { taskId, position, startedAt });
	}

	#work(run: Run, lab: Lab): Work {
		return { run, lab, values: this.values(run.userId, lab) };
	}

	/** False when there is nothing left to look at. */
	async #lookByItself(runId: number, wanted: () => boolean): Promise<boolean> {
		const run = this.#rows.find(runId);
		const lab = run && this.#options.labs.lab(run.labId);
		if (!lab || run.endedAt || !run.readyAt) return false;
		const work = this.#work(run, lab);
		const isCurrent = () => this.#rows.find(runId)?.generation === run.generation;
		await this.#grading.watch(work, () => wanted() && isCurrent());
		return this.#grading.watched(work).length > 0;
	}

	async #bringUp(run: Run, lab: Lab): Promise<void> {
		const { engine, bulletin, log } = this.#options;
		const stop = new AbortController();
		const values = this.values(run.userId, lab);
		const lifetimeSeconds = secondsUntil(run.deadline) + GRACE_SECONDS;
		this.#starting.set(run.id, { steps: [], stop });
		try {
			await bringUp({
				...{ engine, lab, values, signal: stop.signal, name: sandboxName(run) },
				spec: sandboxSpec(lab, values, { lifetimeSeconds, userId: run.userId }),
				tell: (steps) => {
					const state = this.#starting.get(run.id);
					if (state?.stop !== stop) return;
					state.steps = steps;
					bulletin.tell(run.userId);
				}
			});
			this.#rows.change(run.id, { readyAt: new Date(), lastSeenAt: new Date() });
		} catch (error) {
			if (!stop.signal.aborted) {
				log.error({ error, lab: lab.id, run: run.id }, 'a lab could not be started');
				this.#rows.end(
					run.id,
					`${(error as Error).message} It is not your fault; the instructor can see why. You can try again.`
				);
			}
			await engine
				.remove(sandboxName(run))
				.catch((error: unknown) => log.error({ error }, 'leftovers stay until the next upkeep'));
		} finally {
			if (this.#starting.get(run.id)?.stop === stop) this.#starting.delete(run.id);
			bulletin.tell(run.userId);
		}
	}

	#firstDeadline(lab: Lab): Date {
		const { minutes, minutesMax } = this.#options.limits;
		return new Date(
			Date.now() + Math.min(Math.max(minutes, Math.ceil(lab.minutes * 1.5)), minutesMax) * MINUTE
		);
	}

	#title = (labId: string) => this.#options.labs.lab(labId)?.title ?? labId;

	async #tidy(how: typeof tend): Promise<void> {
		const { engine, bulletin, log, limits } = this.#options;
		const isStarting = (run: Run) => this.#starting.has(run.id);
		await how({ rows: this.#rows, engine, bulletin, limits, isStarting, nameOf: sandboxName }).catch(
			(error: unknown) =>
				// The engine does not answer: that is no reason to end anybody's run.
				log.error({ error }, 'upkeep could not look at the sandboxes')
		);
	}
}

const sandboxName = (run: Pick<Run, 'id' | 'generation'>) => `run-${run.id}-${run.generation}`;

const secondsUntil = (moment: Date) => Math.max(1, Math.ceil((moment.getTime() - Date.now()) / 1000));

const tooMany = (titles: string[]) =>
	`You have ${titles.length} ${titles.length === 1 ? 'lab' : 'labs'} running (${titles.join(', ')}), which is as many as you may. Stop one first.`;
