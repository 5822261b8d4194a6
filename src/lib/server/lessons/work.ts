/**
 * What everybody in a class has on their desk: their latest run that is on, or a lab without
 * machines they were at lately; and what its checks were found to be. A few questions to the
 * database for all of them together.
 */
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { attempts, classMembers, rounds, runs, users, type Db, type Run } from '#lib/server/db/index.ts';
import type { Look } from '#lib/server/progress/index.ts';

/** A check that was looked at, and when it was first reached. */
export interface Found extends Look {
	passedAt: Date | null;
}

export interface Member {
	userId: number;
	name: string;
	fullName: string;
	number: string;
}

/** What one person is at. */
export interface Desk {
	userId: number;
	labId: string;
	/** Null in a lab without machines. */
	run: Run | null;
	lastSeenAt: Date;
	found: Found[];
}

export function membersOf(db: Db, classId: number): Member[] {
	const { userId, fullName, number } = classMembers;
	return db
		.select({ userId, name: users.name, fullName, number })
		.from(classMembers)
		.innerJoin(users, eq(users.id, userId))
		.where(eq(classMembers.classId, classId))
		.orderBy(users.signInName)
		.all();
}

/** Every run of the class that is on, the latest first. */
export const runsOf = (db: Db, classId: number): Run[] =>
	db
		.select({ run: runs })
		.from(classMembers)
		.innerJoin(runs, and(eq(runs.userId, classMembers.userId), isNull(runs.endedAt)))
		.where(eq(classMembers.classId, classId))
		.all()
		.map(({ run }) => run)
		.toSorted((one, other) => other.lastSeenAt.getTime() - one.lastSeenAt.getTime());

/** By person. Labs without machines count when they were looked at after `since`. */
export function desksOf(db: Db, classId: number, since: Date): Map<number, Desk> {
	const desks = new Map<number, Desk>();
	const onRuns = runsOf(db, classId).map((run) => ({ ...place(run), run, lastSeenAt: run.lastSeenAt }));
	const onlyPaper = paperOf(db, classId, since).map((paper) => ({
		...place(paper),
		run: null,
		lastSeenAt: paper.at
	}));
	onlyPaper.sort((one, other) => other.lastSeenAt.getTime() - one.lastSeenAt.getTime());
	// The latest of each person; what has machines goes before what has none.
	for (const desk of [...onRuns, ...onlyPaper])
		if (!desks.has(desk.userId)) desks.set(desk.userId, { ...desk, found: [] });
	const seen = [...read(db, onMachines(db, classId)), ...read(db, onPaper(db, classId, since))];
	for (const { userId, labId, runId, ...found } of seen) {
		const desk = desks.get(userId);
		if (desk?.labId === labId && (desk.run?.id ?? null) === runId) desk.found.push(found);
	}
	return desks;
}

const place = ({ userId, labId }: Pick<Desk, 'userId' | 'labId'>) => ({ userId, labId });

/** Labs without machines, and when each was last looked at. */
const paperOf = (db: Db, classId: number, since: Date) =>
	db
		.select({
			...{ userId: attempts.userId, labId: attempts.labId },
			at: sql<number>`max(${attempts.at})`.mapWith((at: number) => new Date(at))
		})
		.from(classMembers)
		.innerJoin(attempts, and(eq(attempts.userId, classMembers.userId), gt(attempts.at, since)))
		.where(and(eq(classMembers.classId, classId), isNull(attempts.runId)))
		.groupBy(attempts.userId, attempts.labId)
		.all();

/** Attempts on machines that are on, as they are since the last reset. */
const onMachines = (db: Db, classId: number) =>
	db
		.select(FOUND)
		.from(classMembers)
		.innerJoin(runs, and(eq(runs.userId, classMembers.userId), isNull(runs.endedAt)))
		.innerJoin(attempts, and(eq(attempts.runId, runs.id), eq(attempts.generation, runs.generation)))
		.where(eq(classMembers.classId, classId))
		.groupBy(attempts.userId, attempts.labId, attempts.runId, attempts.task, attempts.check)
		.as('found');

/** Attempts in labs without machines, since they were last begun again. */
const onPaper = (db: Db, classId: number, since: Date) =>
	db
		.select(FOUND)
		.from(classMembers)
		.innerJoin(attempts, and(eq(attempts.userId, classMembers.userId), gt(attempts.at, since)))
		.where(
			and(
				...[eq(classMembers.classId, classId), isNull(attempts.runId)],
				eq(
					attempts.generation,
					sql`(select coalesce(max(${rounds.round}), 0) from ${rounds}
					where ${rounds.userId} = ${attempts.userId} and ${rounds.labId} = ${attempts.labId})`
				)
			)
		)
		.groupBy(attempts.userId, attempts.labId, attempts.runId, attempts.task, attempts.check)
		.as('found');

const judged = sql`${attempts.verdict} <> 'error'`;
const byItself = sql`${attempts.trigger} = 'watch'`;
const FOUND = {
	/** A check that broke while nobody had asked is the author's to mend. */
	last: sql<number>`max(iif(${judged} or not ${byItself}, ${attempts.id}, null))`.as('last_id'),
	judged: sql<number>`max(iif(${judged}, ${attempts.id}, null))`.as('judged_id'),
	best: sql<number>`max(${attempts.score})`.as('best'),
	passedAt: sql<number | null>`min(iif(${attempts.verdict} = 'pass', ${attempts.at}, null))`.as('passed_at'),
	tries: sql<number>`total(${judged} and not ${byItself})`.as('tries')
};

function read(db: Db, found: ReturnType<typeof onMachines>) {
	const last = alias(attempts, 'last');
	const counted = alias(attempts, 'counted');
	return db
		.select({
			...{ userId: last.userId, labId: last.labId, runId: last.runId, task: last.task, check: last.check },
			...{ verdict: last.verdict, message: last.message, answer: last.answer },
			...{ counted: counted.verdict, score: counted.score },
			...{ best: found.best, passedAt: found.passedAt, tries: found.tries }
		})
		.from(found)
		.innerJoin(last, eq(last.id, found.last))
		.leftJoin(counted, eq(counted.id, found.judged))
		.all()
		.map(({ passedAt, best, tries, ...row }) => ({
			...row,
			...{ best: Number(best), tries: Number(tries), everPassed: passedAt !== null },
			passedAt: passedAt === null ? null : new Date(Number(passedAt))
		}));
}
