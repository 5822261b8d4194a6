/** What there is to count in the database. */
import { and, count, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import { attempts, isSomebody, isSomebodys, runs, sessions, users, type Db } from '#lib/server/db/index.ts';

const HOUR = 3_600_000;

export function isAnswering(db: Db): boolean {
	try {
		return db.$client.prepare('select 1').get() !== undefined;
	} catch {
		return false;
	}
}

export const signedIn = (db: Db): number =>
	db.select({ count: count() }).from(sessions).where(gt(sessions.expiresAt, new Date())).get()?.count ?? 0;

export const peopleCounts = (db: Db) =>
	db
		.select({ role: users.role, count: count() })
		.from(users)
		.where(and(isNull(users.disabledAt), isSomebody))
		.groupBy(users.role)
		.all();

export function openRuns(db: Db): Record<'waiting' | 'starting' | 'ready', number> {
	const row = db
		.select({
			waiting: sql<number>`total(${isNotNull(runs.waitingSince)})`,
			starting: sql<number>`total(${and(isNull(runs.waitingSince), isNull(runs.readyAt))})`,
			ready: sql<number>`total(${isNotNull(runs.readyAt)})`
		})
		.from(runs)
		.where(isNull(runs.endedAt))
		.get();
	return row ?? { waiting: 0, starting: 0, ready: 0 };
}

export const attemptCounts = (db: Db) =>
	db
		.select({ verdict: attempts.verdict, count: count() })
		.from(attempts)
		.where(and(gt(attempts.at, new Date(Date.now() - HOUR)), isSomebodys(db, attempts.userId)))
		.groupBy(attempts.verdict)
		.all();
