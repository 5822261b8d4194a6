/** The hints that people of a class have taken. */
import { and, eq } from 'drizzle-orm';
import { classMembers, hintsTaken, type Db } from '#lib/server/db/index.ts';

/** By `user/lab`, then by task: their positions. Of all labs, or of one. */
export function hintsIn(db: Db, classId: number, ofLab?: string): Map<string, Map<string, Set<number>>> {
	const { userId, labId, task, hint } = hintsTaken;
	const rows = db
		.select({ userId, labId, task, hint })
		.from(classMembers)
		.innerJoin(hintsTaken, eq(userId, classMembers.userId))
		.where(and(eq(classMembers.classId, classId), ofLab === undefined ? undefined : eq(labId, ofLab)))
		.all();
	const taken = new Map<string, Map<string, Set<number>>>();
	for (const row of rows) {
		const key = `${row.userId}/${row.labId}`;
		const tasks = taken.get(key) ?? new Map<string, Set<number>>();
		taken.set(key, tasks.set(row.task, (tasks.get(row.task) ?? new Set()).add(row.hint)));
	}
	return taken;
}
