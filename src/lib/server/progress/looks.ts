/**
 * From rows to looks: what each check was last found to be, and the best it ever was. One row
 * per check comes out of the database, however often it was asked.
 */
import { eq, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { attempts, type Db } from '#lib/server/db/index.ts';
import type { Look } from './standing.ts';

/** Looks at the attempts that fit, by task and check. */
export const looks = (db: Db, where: SQL | undefined): Look[] => select(db, where);

/** The same for each set of machines a learner ever had: what was reached on one does not add up with another. */
export function looksByMachines(db: Db, where: SQL): { labId: string; looks: Look[] }[] {
	const groups = Object.groupBy(
		select(db, where),
		({ labId, runId, generation }) => `${labId} ${runId} ${generation}`
	);
	return Object.values(groups).map((group = []) => ({ labId: group[0]?.labId ?? '', looks: group }));
}

function select(db: Db, where: SQL | undefined) {
	const found = db
		.select(FOUND)
		.from(attempts)
		.where(where)
		.groupBy(attempts.labId, attempts.runId, attempts.generation, attempts.task, attempts.check)
		.as('found');
	const last = alias(attempts, 'last');
	const judged = alias(attempts, 'judged');
	return db
		.select({
			labId: last.labId,
			runId: last.runId,
			generation: last.generation,
			task: last.task,
			check: last.check,
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
		.all();
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
