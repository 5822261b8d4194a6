/** The rows of runs: found, begun, moved on and ended. Nothing else writes them. */
import { and, asc, desc, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { isSomebodys, runs, users, type Db, type Run } from '#lib/server/db/index.ts';

const active = isNull(runs.endedAt);
const waits = isNotNull(runs.waitingSince);

const TOUCH_MILLISECONDS = 5000;

export class RunRows {
	readonly #db: Db;
	/** Asked with every page and every key, so put together once. */
	readonly #byId;
	readonly #active;
	readonly #last;
	readonly #begun;

	constructor(db: Db) {
		this.#db = db;
		const ofLab = and(eq(runs.userId, sql.placeholder('userId')), eq(runs.labId, sql.placeholder('labId')));
		const select = () => db.select().from(runs);
		this.#byId = select()
			.where(eq(runs.id, sql.placeholder('runId')))
			.prepare();
		this.#active = select().where(and(ofLab, active)).prepare();
		this.#begun = db
			.selectDistinct({ labId: runs.labId })
			.from(runs)
			.where(eq(runs.userId, sql.placeholder('userId')))
			.prepare();
		this.#last = select().where(ofLab).orderBy(desc(runs.id)).limit(1).prepare();
	}

	find(runId: number): Run | null {
		return this.#byId.get({ runId }) ?? null;
	}

	/** The run that is on; one at most, the index sees to it. */
	activeFor(userId: number, labId: string): Run | null {
		return this.#active.get({ userId, labId }) ?? null;
	}

	lastFor(userId: number, labId: string): Run | null {
		return this.#last.get({ userId, labId }) ?? null;
	}

	activeOf(userId: number): Run[] {
		const where = and(eq(runs.userId, userId), active);
		return this.#db.select().from(runs).where(where).orderBy(desc(runs.id)).all();
	}

	begunLabs(userId: number): Set<string> {
		return new Set(this.#begun.all({ userId }).map(({ labId }) => labId));
	}

	recentOf(userId: number, limit: number): Run[] {
		return this.#db
			.select()
			.from(runs)
			.where(eq(runs.userId, userId))
			.orderBy(desc(runs.id))
			.limit(limit)
			.all();
	}

	allActive(): Run[] {
		return this.#db.select().from(runs).where(active).all();
	}

	activeDigests(): Set<string> {
		return new Set([...this.allActive(), ...this.kept()].map(({ digest }) => digest));
	}

	/** Whether an author tries the lab out in it. */
	isTrial({ userId }: Pick<Run, 'userId'>): boolean {
		const where = and(eq(users.id, userId), isNotNull(users.trialOf));
		return this.#db.select({ id: users.id }).from(users).where(where).get() !== undefined;
	}

	/** Those that have machines, or are getting them. */
	admitted(): Run[] {
		return this.#db
			.select()
			.from(runs)
			.where(and(active, isNull(runs.waitingSince)))
			.all();
	}

	/** Those that stand in line, the first one first. */
	waiting(): Run[] {
		return this.#db
			.select()
			.from(runs)
			.where(and(active, waits))
			.orderBy(asc(runs.waitingSince), asc(runs.id))
			.all();
	}

	/** How long runs with machines lasted lately, in milliseconds. */
	lengths(limit: number): number[] {
		return this.#db
			.select({ from: runs.readyAt, to: runs.endedAt })
			.from(runs)
			.where(and(isNotNull(runs.endedAt), isNotNull(runs.readyAt), isSomebodys(this.#db, runs.userId)))
			.orderBy(desc(runs.endedAt))
			.limit(limit)
			.all()
			.map(({ from, to }) => (to?.getTime() ?? 0) - (from?.getTime() ?? 0));
	}

	/** Moments of the starts of each lab after this one. */
	startsSince(moment: Date): { labId: string; startedAt: Date }[] {
		return this.#db
			.select({ labId: runs.labId, startedAt: runs.startedAt })
			.from(runs)
			.where(and(gt(runs.startedAt, moment), isSomebodys(this.#db, runs.userId)))
			.all();
	}

	/** Out of the line, to its machines. Null when it stands there no more. */
	admit(runId: number, changes: Pick<Run, 'deadline' | 'digest'>): Run | null {
		const now = new Date();
		const set = { ...changes, waitingSince: null, startedAt: now, lastSeenAt: now };
		const where = and(eq(runs.id, runId), active, waits);
		return this.#db.update(runs).set(set).where(where).returning().get() ?? null;
	}

	/** It has left the line: it never had anything, so nothing is kept of it. */
	forget(runId: number): boolean {
		const kept = and(eq(runs.id, runId), active, waits, isNotNull(runs.keptUntil));
		const over = {
			endedAt: new Date(),
			waitingSince: null,
			endReason: 'You left the line. Your files are kept.'
		};
		if (this.#db.update(runs).set(over).where(kept).run().changes > 0) return true;
		const where = and(eq(runs.id, runId), active, waits);
		return this.#db.delete(runs).where(where).run().changes > 0;
	}

	/** Those that are over and whose disks are kept, the latest first. */
	kept(): Run[] {
		const where = and(isNotNull(runs.endedAt), gt(runs.keptUntil, new Date()));
		return this.#db.select().from(runs).where(where).orderBy(desc(runs.endedAt)).all();
	}

	/** Keep the disks of nothing that this learner had of this lab. */
	discard(userId: number, labId: string): void {
		const where = and(eq(runs.userId, userId), eq(runs.labId, labId), isNotNull(runs.endedAt));
		this.#db
			.update(runs)
			.set({ keptUntil: null })
			.where(and(where, isNotNull(runs.keptUntil)))
			.run();
	}

	/** The last run goes on, on the disks that were kept; null when they are not. It stands in line first. */
	reopen(userId: number, labId: string): Run | null {
		const last = this.lastFor(userId, labId);
		if (!last?.endedAt || !last.keptUntil || last.keptUntil <= new Date()) return null;
		const now = new Date();
		const set = { endedAt: null, endReason: null, readyAt: null, waitingSince: now, lastSeenAt: now };
		return this.#db.update(runs).set(set).where(eq(runs.id, last.id)).returning().get() ?? null;
	}

	/**
	 * A new run, which stands in line or goes `straight` to its machines; or the one that a second click in
	 * the same moment has begun.
	 */
	begin(
		row: Pick<Run, 'userId' | 'labId' | 'digest' | 'deadline'>,
		straight = false
	): { run: Run; begun: boolean } {
		const now = new Date();
		const run = this.#db
			.insert(runs)
			.values({ ...row, waitingSince: straight ? null : now, startedAt: now, lastSeenAt: now })
			.onConflictDoNothing()
			.returning()
			.get();
		if (run) return { run, begun: true };
		const other = this.activeFor(row.userId, row.labId);
		if (!other) throw new Error('A run could neither be begun nor found.');
		return { run: other, begun: false };
	}

	/** Only while it is on; null when it has ended meanwhile. */
	change(
		runId: number,
		changes: Partial<
			Pick<Run, 'readyAt' | 'deadline' | 'lastSeenAt' | 'generation' | 'digest' | 'sandbox' | 'keptUntil'>
		>
	): Run | null {
		const where = and(eq(runs.id, runId), active);
		return this.#db.update(runs).set(changes).where(where).returning().get() ?? null;
	}

	/** A sign of life. Many in a moment are one write: each write waits for the disk. */
	touch(runId: number): void {
		const now = Date.now();
		const long = lt(runs.lastSeenAt, new Date(now - TOUCH_MILLISECONDS));
		this.#db
			.update(runs)
			.set({ lastSeenAt: new Date(now) })
			.where(and(eq(runs.id, runId), active, long))
			.run();
	}

	/** A key in a terminal: the first one stays noted. */
	key(runId: number): void {
		const unknown = and(eq(runs.id, runId), isNull(runs.firstKeyAt));
		this.#db.update(runs).set({ firstKeyAt: new Date() }).where(unknown).run();
	}

	/** Those that ended after this moment with a reason that has these words, the latest first; trials among them. */
	endedWith(words: string, since: Date, limit: number): Run[] {
		const said = sql`instr(${runs.endReason}, ${words}) > 0`;
		return this.#db
			.select()
			.from(runs)
			.where(and(gt(runs.endedAt, since), said))
			.orderBy(desc(runs.endedAt))
			.limit(limit)
			.all();
	}

	/** Null when it had ended already: a run ends once. */
	end(runId: number, reason: string, keptUntil?: Date): Run | null {
		const where = and(eq(runs.id, runId), active);
		return (
			this.#db
				.update(runs)
				.set({ endedAt: new Date(), endReason: reason, ...(keptUntil && { keptUntil }) })
				.where(where)
				.returning()
				.get() ?? null
		);
	}
}
