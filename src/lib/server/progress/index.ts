/**
 * Progress: what learners have tried, what they have reached, and which hints they took.
 *
 * One writer of attempts, a few readers. Attempts are facts and only ever added; where somebody
 * stands is worked out from them. Knows nothing of sandboxes.
 */
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Bulletin } from '../bulletin.ts';
import { attempts, hintsTaken, type Attempt, type Db, type Run } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import { standing, type Look, type TaskStanding } from './standing.ts';

export type { CheckStanding, TaskStanding } from './standing.ts';

export interface ProgressOptions {
	db: Db;
	bulletin: Bulletin;
	/** What there is to reach. */
	labs: { lab(id: string): Lab | null };
}

export class Progress {
	readonly #db: Db;
	readonly #bulletin: Bulletin;
	readonly #labs: ProgressOptions['labs'];

	constructor({ db, bulletin, labs }: ProgressOptions) {
		this.#db = db;
		this.#bulletin = bulletin;
		this.#labs = labs;
	}

	/** Keep an attempt, then tell whoever is watching. In that order: an event is never a promise. */
	record(attempt: Omit<Attempt, 'id' | 'at'>): Attempt {
		const row = this.#db
			.insert(attempts)
			.values({ ...attempt, at: new Date() })
			.returning()
			.get();
		this.#bulletin.tell(row.userId);
		return row;
	}

	/** Where a learner stands in a lab: on the machines of this run, or, without machines, at all. */
	standing(userId: number, lab: Lab, run: Pick<Run, 'id' | 'generation'> | null): TaskStanding[] {
		const where = run
			? and(eq(attempts.runId, run.id), eq(attempts.generation, run.generation))
			: isNull(attempts.runId);
		return standing(lab, this.#looks(and(eq(attempts.userId, userId), eq(attempts.labId, lab.id), where)));
	}

	/** How often a check has looked at this run, resets included; looks that broke do not count. */
	tries(userId: number, runId: number | null, task: string, check: string): number {
		const ofRun = runId === null ? isNull(attempts.runId) : eq(attempts.runId, runId);
		const row = this.#db
			.select({ count: sql<number>`count(*)` })
			.from(attempts)
			.where(
				and(
					eq(attempts.userId, userId),
					ofRun,
					eq(attempts.task, task),
					eq(attempts.check, check),
					sql`${attempts.verdict} <> 'error'`
				)
			)
			.get();
		return row?.count ?? 0;
	}

	/** Tasks this learner has ever done, by lab, for the labs that are there. */
	doneTasks(userId: number): Map<string, Set<string>> {
		const done = new Map<string, Set<string>>();
		for (const [labId, looks] of this.#looksByMachines(userId)) {
			const lab = this.#labs.lab(labId);
			if (!lab) continue;
			const ids = done.get(labId) ?? new Set();
			for (const task of standing(lab, looks)) if (task.state === 'done') ids.add(task.id);
			if (ids.size > 0) done.set(labId, ids);
		}
		return done;
	}

	/** Positions of the hints taken, by task. */
	hints(userId: number, labId: string): Map<string, Set<number>> {
		const rows = this.#db
			.select()
			.from(hintsTaken)
			.where(and(eq(hintsTaken.userId, userId), eq(hintsTaken.labId, labId)))
			.all();
		return new Map(
			Object.entries(Object.groupBy(rows, ({ task }) => task)).map(([task, taken]) => [
				task,
				new Set(taken?.map(({ hint }) => hint))
			])
		);
	}

	/** Taking a hint twice is taking it once. */
	takeHint(taken: { userId: number; labId: string; task: string; hint: number }): void {
		this.#db
			.insert(hintsTaken)
			.values({ ...taken, at: new Date() })
			.onConflictDoNothing()
			.run();
		this.#bulletin.tell(taken.userId);
	}

	#looks(where: SQL | undefined): Look[] {
		return this.#db.select(LOOK).from(attempts).where(where).groupBy(attempts.task, attempts.check).all();
	}

	#looksByMachines(userId: number): [labId: string, looks: Look[]][] {
		const rows = this.#db
			.select({ ...LOOK, labId: attempts.labId, runId: attempts.runId, generation: attempts.generation })
			.from(attempts)
			.where(eq(attempts.userId, userId))
			.groupBy(attempts.labId, attempts.runId, attempts.generation, attempts.task, attempts.check)
			.all();
		const groups = Object.groupBy(rows, ({ labId, runId, generation }) => `${labId} ${runId} ${generation}`);
		return Object.values(groups).map((looks = []) => [looks[0]?.labId ?? '', looks]);
	}
}

/**
 * The last look of each group: with exactly one max(), SQLite takes the bare columns from the row
 * that has it (https://www.sqlite.org/lang_select.html#bareagg).
 */
const LOOK = {
	last: sql<number>`max(${attempts.id})`,
	task: attempts.task,
	check: attempts.check,
	verdict: attempts.verdict,
	message: attempts.message,
	score: attempts.score,
	everPassed: sql<boolean>`total(${attempts.verdict} = 'pass') > 0`.mapWith(Boolean),
	tries: sql<number>`total(${attempts.verdict} <> 'error')`.mapWith(Number)
};
