/** The rows of drills: begun, added to and ended. Nothing else writes them. */
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import {
	drillEvents,
	drillReviews,
	drills,
	drillSamples,
	isSomebodys,
	type Db,
	type DrillEnd,
	type DrillRow
} from '#lib/server/db/index.ts';
import type { Figures } from '#lib/drills/figures.ts';
import type { DrillEvent } from './events.ts';
import { Samples, type Ledger } from './ledger.ts';

const active = isNull(drills.endedAt);

export class DrillRows {
	readonly #db: Db;

	constructor(db: Db) {
		this.#db = db;
	}

	find(id: number): DrillRow | null {
		return this.#db.select().from(drills).where(eq(drills.id, id)).get() ?? null;
	}

	activeOf(userId: number): DrillRow | null {
		return (
			this.#db
				.select()
				.from(drills)
				.where(and(eq(drills.userId, userId), active))
				.get() ?? null
		);
	}

	/** On these machines. */
	activeOn(runId: number): DrillRow | null {
		return (
			this.#db
				.select()
				.from(drills)
				.where(and(eq(drills.runId, runId), active))
				.get() ?? null
		);
	}

	/** Over, that were played on these machines. */
	overOn({ runId, generation }: { runId: number; generation: number }): DrillRow[] {
		const there = and(eq(drills.runId, runId), eq(drills.generation, generation), isNotNull(drills.endedAt));
		return this.#db.select().from(drills).where(there).orderBy(asc(drills.id)).all();
	}

	allActive(): DrillRow[] {
		return this.#db.select().from(drills).where(active).all();
	}

	lastFor(userId: number, labId: string): DrillRow | null {
		const where = and(eq(drills.userId, userId), eq(drills.labId, labId));
		return this.#db.select().from(drills).where(where).orderBy(desc(drills.id)).limit(1).get() ?? null;
	}

	of(userId: number, limit: number): DrillRow[] {
		const where = eq(drills.userId, userId);
		return this.#db.select().from(drills).where(where).orderBy(desc(drills.id)).limit(limit).all();
	}

	/** Over, of these people, newest first. */
	ofPeople(userIds: number[], limit: number): DrillRow[] {
		const where = and(inArray(drills.userId, userIds), isNotNull(drills.endedAt));
		return this.#db.select().from(drills).where(where).orderBy(desc(drills.id)).limit(limit).all();
	}

	/** Played to the end, by anybody, newest first. */
	played(labId: string, limit: number, by?: number[]): DrillRow[] {
		const theirs = by ? inArray(drills.userId, by) : isSomebodys(this.#db, drills.userId);
		const where = and(eq(drills.labId, labId), eq(drills.end, 'played'), theirs);
		return this.#db.select().from(drills).where(where).orderBy(desc(drills.id)).limit(limit).all();
	}

	/** Reviewed by their learners, for instructors: ungraded ones first. */
	reviewed(limit: number) {
		return this.#db
			.select({ drill: drills, review: drillReviews })
			.from(drillReviews)
			.innerJoin(drills, eq(drills.id, drillReviews.drillId))
			.where(isSomebodys(this.#db, drills.userId))
			.orderBy(sql`${drillReviews.gradedAt} is not null`, desc(drillReviews.writtenAt))
			.limit(limit)
			.all();
	}

	/** Null when the learner has one already, begun in the same moment. */
	begin(
		row: Pick<DrillRow, 'userId' | 'runId' | 'generation' | 'labId' | 'digest' | 'lab' | 'plan'>
	): DrillRow | null {
		const values = { ...row, startedAt: new Date() };
		return this.#db.insert(drills).values(values).onConflictDoNothing().returning().get() ?? null;
	}

	/** Null when it had ended already: a drill ends once. */
	end(id: number, end: DrillEnd, figures: Figures | null): DrillRow | null {
		const where = and(eq(drills.id, id), active);
		return (
			this.#db.update(drills).set({ endedAt: new Date(), end, figures }).where(where).returning().get() ??
			null
		);
	}

	events(id: number): (DrillEvent & { writtenAt: Date })[] {
		const where = eq(drillEvents.drillId, id);
		const rows = this.#db.select().from(drillEvents).where(where).orderBy(asc(drillEvents.id)).all();
		return rows.map(
			({ kind, at, about, writtenAt }) => ({ ...(about as object), kind, at, writtenAt }) as never
		);
	}

	add(id: number, { kind, at, ...about }: DrillEvent): void {
		this.#db.insert(drillEvents).values({ drillId: id, kind, at, about, writtenAt: new Date() }).run();
	}

	countEvents(id: number): number {
		const where = eq(drillEvents.drillId, id);
		return this.#db.select({ count: count() }).from(drillEvents).where(where).get()?.count ?? 0;
	}

	pieces(id: number): { offset: number; lines: string }[] {
		const { offset, lines } = drillSamples;
		const where = eq(drillSamples.drillId, id);
		return this.#db.select({ offset, lines }).from(drillSamples).where(where).orderBy(asc(offset)).all();
	}

	keep(id: number, offset: number, lines: string): boolean {
		const row = { drillId: id, offset, lines };
		return this.#db.insert(drillSamples).values(row).onConflictDoNothing().run().changes > 0;
	}
}

/** A drill's facts in the database; its answers are kept in memory too, because they are judged every second. */
export class RowLedger implements Ledger {
	readonly #rows: DrillRows;
	readonly #id: number;
	readonly #samples: Samples;
	#offset = 0;

	constructor(rows: DrillRows, id: number, probes: number) {
		this.#rows = rows;
		this.#id = id;
		this.#samples = new Samples(probes);
		for (const { offset, lines } of rows.pieces(id)) this.#take(offset, lines);
	}

	events = () => this.#rows.events(this.#id);
	add = (event: DrillEvent) => this.#rows.add(this.#id, event);
	offset = () => this.#offset;
	samples = () => this.#samples.all();

	keep(offset: number, lines: string) {
		if (this.#rows.keep(this.#id, offset, lines)) this.#take(offset, lines);
	}

	#take(offset: number, lines: string) {
		this.#offset = offset + Buffer.byteLength(lines);
		this.#samples.add(lines);
	}
}
