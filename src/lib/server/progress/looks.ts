/**
 * From rows to looks: what each check was last found to be, and the best it ever was. One row
 * per check comes out of the database, however often it was asked.
 */
import { and, eq, inArray, isNull, sql, type Placeholder, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { attempts, rounds, type Db, type Run } from '#lib/server/db/index.ts';
import type { Look } from './standing.ts';

/** Whose machines; null for labs without. */
export type Machines = Pick<Run, 'id' | 'generation'> | null;

/** A value, or the place where it will stand. */
type Of<T> = T | Placeholder;

/** The attempts on these machines; without machines, those of no run in the latest round. */
export const on = (userId: Of<number>, labId: Of<string>, machines: Pretended<Machines>) =>
	and(
		eq(attempts.userId, userId),
		eq(attempts.labId, labId),
		machines
			? and(eq(attempts.runId, machines.id), eq(attempts.generation, machines.generation))
			: and(isNull(attempts.runId), eq(attempts.generation, latestRound(userId, labId)))
	);

type Pretended<T> = T extends object ? { [key in keyof T]: Of<T[key]> } : T;

const latestRound = (userId: Of<number>, labId: Of<string>) =>
	sql`(select coalesce(max(${rounds.round}), 0) from ${rounds}
		where ${rounds.userId} = ${userId} and ${rounds.labId} = ${labId})`;

/** The questions, put together once: every page of a learner asks some of them. */
export class LookRows {
	readonly #db: Db;
	readonly #onMachines;
	readonly #inLatestRound;
	readonly #ofLab;
	readonly #ofAll;

	constructor(db: Db) {
		this.#db = db;
		const [userId, labId] = [sql.placeholder('userId'), sql.placeholder('labId')];
		const machines = { id: sql.placeholder('runId'), generation: sql.placeholder('generation') };
		this.#onMachines = question(db, on(userId, labId, machines));
		this.#inLatestRound = question(db, on(userId, labId, null));
		this.#ofLab = question(db, and(eq(attempts.userId, userId), eq(attempts.labId, labId)));
		this.#ofAll = question(db, eq(attempts.userId, userId));
	}

	/** Looks on these machines; without machines, those of no run in the latest round. */
	on(userId: number, labId: string, machines: Machines): Look[] {
		if (!machines) return this.#inLatestRound.all({ userId, labId });
		const { id: runId, generation } = machines;
		return this.#onMachines.all({ userId, labId, runId, generation });
	}

	/** Of all labs, for each set of machines a learner ever had: what was reached on one does not add up with another. */
	ofAll(userId: number): LooksOnMachines[] {
		return byMachines(this.#ofAll.all({ userId }));
	}

	/** Of all labs of several people. */
	ofPeople(userIds: number[]): Map<number, LooksOnMachines[]> {
		const rows = question(this.#db, inArray(attempts.userId, userIds)).all();
		const people = Map.groupBy(rows, ({ userId }) => userId);
		return new Map([...people].map(([userId, own]) => [userId, byMachines(own)]));
	}

	/** The same of one lab. */
	ofLab(userId: number, labId: string): LooksOnMachines[] {
		return byMachines(this.#ofLab.all({ userId, labId }));
	}
}

export interface LooksOnMachines {
	labId: string;
	looks: Look[];
	/** Of the last look. */
	at: Date;
}

type Row = Look & { labId: string; runId: number | null; generation: number; at: Date };

function byMachines(rows: Row[]): LooksOnMachines[] {
	const groups = Object.groupBy(rows, ({ labId, runId, generation }) => `${labId} ${runId} ${generation}`);
	return Object.values(groups).map((looks = []) => ({
		labId: looks[0]?.labId ?? '',
		looks,
		at: new Date(Math.max(...looks.map(({ at }) => at.getTime())))
	}));
}

function question(db: Db, where: SQL | undefined) {
	const found = db
		.select(FOUND)
		.from(attempts)
		.where(where)
		.groupBy(
			attempts.userId,
			attempts.labId,
			attempts.runId,
			attempts.generation,
			attempts.task,
			attempts.check
		)
		.as('found');
	const last = alias(attempts, 'last');
	const judged = alias(attempts, 'judged');
	return db
		.select({
			userId: last.userId,
			labId: last.labId,
			runId: last.runId,
			generation: last.generation,
			task: last.task,
			check: last.check,
			at: last.at,
			verdict: last.verdict,
			message: last.message,
			answer: last.answer,
			counted: judged.verdict,
			score: judged.score,
			best: found.best,
			everPassed: found.everPassed,
			tries: found.tries
		})
		.from(found)
		.innerJoin(last, eq(last.id, found.last))
		.leftJoin(judged, eq(judged.id, found.judged))
		.prepare();
}

const judgement = sql`${attempts.verdict} <> 'error'`;
const byItself = sql`${attempts.trigger} = 'watch'`;

const FOUND = {
	/** A check that broke while nobody had asked is not shown: it is the author's to mend. */
	last: sql<number>`max(iif(${judgement} or not ${byItself}, ${attempts.id}, null))`.as('last_id'),
	judged: sql<number>`max(iif(${judgement}, ${attempts.id}, null))`.as('judged_id'),
	best: sql<number>`max(${attempts.score})`.as('best'),
	everPassed: sql<boolean>`total(${attempts.verdict} = 'pass') > 0`.mapWith(Boolean).as('ever_passed'),
	tries: sql<number>`total(${judgement} and not ${byItself})`.mapWith(Number).as('tries')
};
