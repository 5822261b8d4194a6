/** On which machines a learner has done a whole lab, and how well: the best of all their runs. */
import { and, eq, max } from 'drizzle-orm';
import { attempts, type Db } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';

/** That somebody has done a lab. */
export interface LabEvidence {
	labId: string;
	/** Of the lab as it was when it was done. */
	digest: string;
	points: number;
	of: number;
	/** The last attempt on those machines. */
	doneAt: Date;
	/** The run it was done in; null for labs without machines. */
	runId: number | null;
}

export interface Machinery {
	runId: number | null;
	generation: number;
	digest: string;
	at: Date;
}

/** Each set of machines that this learner ever tried the lab on, newest first. */
export function machinesOf(db: Db, userId: number, labId: string): Machinery[] {
	const rows = db
		.select({
			runId: attempts.runId,
			generation: attempts.generation,
			digest: attempts.digest,
			at: max(attempts.at)
		})
		.from(attempts)
		.where(and(eq(attempts.userId, userId), eq(attempts.labId, labId)))
		.groupBy(attempts.runId, attempts.generation)
		.all();
	return rows
		.map(({ at, ...row }) => ({ ...row, at: at ?? new Date(0) }))
		.sort((one, other) => other.at.getTime() - one.at.getTime());
}

/** What a whole lab asks of somebody: every task that has a check. */
export const tasksToDo = (lab: Lab): string[] =>
	lab.tasks.filter(({ checks }) => checks.some(({ hidden }) => !hidden)).map(({ id }) => id);
