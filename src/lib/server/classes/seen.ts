/**
 * What was looked at while it counted for an assignment: one row for each check, on each set of
 * machines, on each day of being late, however often it was asked.
 */
import { and, eq, gte, inArray, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { attempts, extensions, type Assignment, type Db } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import type { Look } from '#lib/server/progress/index.ts';

export interface Seen extends Look {
	userId: number;
	labId: string;
	machines: string;
	daysLate: number;
	lastId: number;
}

export interface Wanted {
	db: Db;
	assignment: Assignment;
	labs: Lab[];
	userIds: number[];
}

const DAY = 24 * 60 * 60 * 1000;

/** With `handedIn` only what was looked at up to the last hand-in on those machines. */
export function seenIn(wanted: Wanted, labIds: string[], handedIn: boolean): Seen[] {
	if (labIds.length === 0) return [];
	const { db } = wanted;
	const found = foundIn(wanted, labIds, handedIn);
	const judged = alias(attempts, 'judged');
	return db
		.select({ ...COLUMNS(found), counted: judged.verdict, score: judged.score })
		.from(found)
		.leftJoin(judged, eq(judged.id, found.judged))
		.all()
		.map(({ runId, generation, everPassed, ...row }) => ({
			...row,
			machines: `${runId} ${generation}`,
			everPassed: Boolean(everPassed),
			...{ verdict: row.counted ?? ('error' as const), message: '', answer: null, tries: 0 }
		}));
}

const COLUMNS = (found: ReturnType<typeof foundIn>) => ({
	userId: found.userId,
	labId: found.labId,
	runId: found.runId,
	generation: found.generation,
	task: found.task,
	check: found.check,
	daysLate: found.daysLate,
	lastId: found.lastId,
	best: found.best,
	everPassed: found.everPassed
});

function foundIn(wanted: Wanted, labIds: string[], handedIn: boolean) {
	const { db, assignment } = wanted;
	const { more, theirs, during, late } = datesIn(wanted, labIds);
	const handIn = handInsOf(wanted, labIds);
	const days = handedIn ? late(sql`${handIn.at}`) : late(sql`${attempts.at}`);
	const judged = sql`${attempts.verdict} <> 'error'`;
	const base = db
		.select({
			userId: attempts.userId,
			labId: attempts.labId,
			runId: attempts.runId,
			generation: attempts.generation,
			task: attempts.task,
			check: attempts.check,
			daysLate: days.as('days_late'),
			judged: sql<number>`max(iif(${judged}, ${attempts.id}, null))`.as('judged_id'),
			lastId: sql<number>`max(${attempts.id})`.as('last_id'),
			best: sql<number>`max(${attempts.score})`.as('best'),
			everPassed: sql<number>`total(${attempts.verdict} = 'pass') > 0`.as('ever_passed')
		})
		.from(attempts)
		.leftJoin(more, theirs)
		.$dynamic();
	const upToHandIn = and(
		eq(handIn.userId, attempts.userId),
		eq(handIn.labId, attempts.labId),
		sql`${handIn.runId} is ${attempts.runId}`,
		eq(handIn.generation, attempts.generation),
		sql`${attempts.id} <= ${handIn.last}`
	);
	return (handedIn ? base.innerJoin(handIn, upToHandIn) : base)
		.where(during)
		.groupBy(
			...[attempts.userId, attempts.labId, attempts.runId, attempts.generation],
			...[attempts.task, attempts.check, sql`days_late`]
		)
		.as(`found_${assignment.id}`);
}

/** The last hand-in on each set of machines. */
function handInsOf(wanted: Wanted, labIds: string[]) {
	const { more, theirs, during } = datesIn(wanted, labIds);
	return wanted.db
		.select({
			userId: sql<number>`${attempts.userId}`.as('hand_user'),
			labId: sql<string>`${attempts.labId}`.as('hand_lab'),
			runId: sql<number | null>`${attempts.runId}`.as('hand_run'),
			generation: sql<number>`${attempts.generation}`.as('hand_generation'),
			last: sql<number>`max(${attempts.id})`.as('hand_last'),
			at: sql<number>`max(${attempts.at})`.as('hand_at')
		})
		.from(attempts)
		.leftJoin(more, theirs)
		.where(and(during, eq(attempts.trigger, 'submit')))
		.groupBy(attempts.userId, attempts.labId, attempts.runId, attempts.generation)
		.as('hand_in');
}

/** The dates of the assignment in SQL, moved for who has more time. */
function datesIn({ assignment, userIds }: Wanted, labIds: string[]) {
	const { id, opensAt, dueAt, closesAt } = assignment;
	const more = alias(extensions, 'more');
	/** Milliseconds that somebody has more than the others. */
	const extra = dueAt ? sql`max(0, coalesce(${more.dueAt}, 0) - ${dueAt.getTime()})` : sql`0`;
	return {
		more,
		theirs: and(eq(more.assignmentId, id), eq(more.userId, attempts.userId)),
		during: and(
			inArray(attempts.userId, userIds),
			inArray(attempts.labId, labIds),
			opensAt ? gte(attempts.at, opensAt) : undefined,
			closesAt ? sql`${attempts.at} - ${extra} <= ${closesAt.getTime()}` : undefined
		),
		late: (at: SQL) =>
			dueAt
				? sql<number>`max(0, cast((${at} - ${extra} - ${dueAt.getTime()} + ${DAY - 1}) / ${DAY} as integer))`
				: sql<number>`0`
	};
}
