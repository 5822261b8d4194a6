/**
 * What each person did in one lab, on each set of machines: when they began, and what each check
 * was found to be. Read whole for one lab of one class, then plain arithmetic.
 */
import { and, asc, eq } from 'drizzle-orm';
import { attempts, classMembers, runs, type Db } from '#lib/server/db/index.ts';
import type { Lab, Task } from '#lib/server/labs/index.ts';

/** One look of a check. */
export interface Glance {
	task: string;
	check: string;
	verdict: 'pass' | 'fail' | 'error';
	byItself: boolean;
	answer: string | null;
	at: Date;
}

/** One person on one set of machines. */
export interface Attendance {
	userId: number;
	runId: number | null;
	/** When the machines were up; the first look where there are none, or after a reset. */
	began: Date;
	/** Nothing is on any more. */
	isOver: boolean;
	/** First key in a terminal of the run; null when there was none. */
	firstKeyAt: Date | null;
	/** In the order of time. */
	glances: Glance[];
}

/** The first machines of each person first. */
export function attendances(db: Db, classId: number, lab: Lab): Attendance[] {
	const { userId, runId, generation, task, check, verdict, trigger, answer, at } = attempts;
	const rows = db
		.select({
			...{ userId, runId, generation, task, check, verdict, trigger, answer, at },
			...{ readyAt: runs.readyAt, endedAt: runs.endedAt, firstKeyAt: runs.firstKeyAt }
		})
		.from(classMembers)
		.innerJoin(attempts, and(eq(userId, classMembers.userId), eq(attempts.labId, lab.id)))
		.leftJoin(runs, eq(runs.id, runId))
		.where(eq(classMembers.classId, classId))
		.orderBy(asc(attempts.id))
		.all();
	const groups = Map.groupBy(rows, (row) => `${row.userId} ${row.runId} ${row.generation}`);
	return [...groups.values()].map((group) => {
		const first = group[0]!;
		const isFirst = first.generation === 1 && first.readyAt !== null;
		return {
			...{ userId: first.userId, runId: first.runId, firstKeyAt: first.firstKeyAt },
			began: isFirst ? first.readyAt! : first.at,
			isOver: first.runId === null || first.endedAt !== null,
			glances: group.map(({ trigger: how, ...row }) => ({ ...row, byItself: how === 'watch' }))
		};
	});
}

export const visible = ({ checks }: Task) => checks.filter(({ hidden }) => !hidden);

/** When each task was first done on these machines: the moment at which the last of its checks had held once. */
export function doneAt({ glances }: Pick<Attendance, 'glances'>, lab: Lab): Map<string, Date> {
	const passed = new Map<string, Date>();
	for (const { task, check, verdict, at } of glances) {
		const key = `${task}/${check}`;
		if (verdict === 'pass' && !passed.has(key)) passed.set(key, at);
	}
	const done = new Map<string, Date>();
	for (const task of lab.tasks) {
		const moments = visible(task).map(({ id }) => passed.get(`${task.id}/${id}`));
		if (moments.length === 0 || moments.includes(undefined)) continue;
		done.set(task.id, new Date(Math.max(...moments.map((moment) => moment!.getTime()))));
	}
	return done;
}

/** Minutes each task took on these machines: from the one done before it, or from the beginning. */
export function minutesOf(attendance: Attendance, lab: Lab): Map<string, number> {
	const done = [...doneAt(attendance, lab)].toSorted(([, one], [, other]) => one.getTime() - other.getTime());
	let before = attendance.began.getTime();
	return new Map(
		done.map(([task, at]) => {
			const minutes = Math.max(0, at.getTime() - before) / 60_000;
			before = Math.max(before, at.getTime());
			return [task, minutes];
		})
	);
}
