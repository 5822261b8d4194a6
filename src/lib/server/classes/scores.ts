/**
 * What each person of a class has earned in the labs of one assignment, by the moments at which
 * they earned it. One question to the database for all of them, then plain arithmetic.
 */
import { and, inArray } from 'drizzle-orm';
import { hintsTaken, type Assignment } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import { scoreOf } from '#lib/server/progress/index.ts';
import { seenIn, type Seen, type Wanted } from './seen.ts';

/** Points of one person in one lab. */
export interface LabPoints {
	/** With what being late costs taken off. */
	points: number;
	/** Days late of the work that counts. */
	daysLate: number;
}

/** By `user/lab`; who has done nothing there is not in it. */
export function scoresOf(wanted: Wanted): Map<string, LabPoints> {
	const { labs, assignment } = wanted;
	if (labs.length === 0 || wanted.userIds.length === 0) return new Map();
	const byId = new Map(labs.map((lab) => [lab.id, lab]));
	const hints = hintsOf(wanted);
	const handed = labs.filter(hasHandIn).map(({ id }) => id);
	const others = labs.map(({ id }) => id).filter((id) => !handed.includes(id));
	const seen =
		assignment.counting === 'hand-in'
			? [...seenIn(wanted, handed, true), ...seenIn(wanted, others, false)]
			: seenIn(wanted, [...byId.keys()], false);
	const groups = Map.groupBy(seen, ({ userId, labId }) => `${userId}/${labId}`);
	return new Map(
		[...groups].map(([key, looks]) => {
			const lab = byId.get(looks[0]!.labId)!;
			return [key, pointsOf(lab, looks, { assignment, hints: hints.get(key) ?? new Map() })];
		})
	);
}

interface Rules {
	assignment: Pick<Assignment, 'counting' | 'latePercent'>;
	hints: Map<string, Set<number>>;
}

/** The work that counts: the best of all, or what was reached on the newest machines. */
export function pointsOf(lab: Lab, looks: Seen[], { assignment, hints }: Rules): LabPoints {
	const machines = [...Map.groupBy(looks, (look) => look.machines).values()];
	const newest = (seen: Seen[]) => Math.max(...seen.map(({ lastId }) => lastId));
	const counted =
		assignment.counting === 'latest'
			? machines.toSorted((a, b) => newest(b) - newest(a)).slice(0, 1)
			: machines;
	const reached = counted.flatMap((seen) => {
		const steps = stepsOf(lab, seen, hints);
		const last = steps.at(-1)!;
		// Work that was complete earlier is not late because somebody looked at it again.
		return assignment.counting === 'latest'
			? [steps.find(({ points }) => points >= last.points) ?? last]
			: steps;
	});
	return reached
		.map(({ points, daysLate }) => ({
			points: points * Math.max(0, 1 - (daysLate * assignment.latePercent) / 100),
			daysLate
		}))
		.reduce((best, one) => (one.points > best.points ? one : best));
}

/** Points at the end of each day on which something was looked at, on the same machines. */
function stepsOf(lab: Lab, seen: Seen[], hints: Map<string, Set<number>>): LabPoints[] {
	const sofar = new Map<string, Seen>();
	const days = [...new Set(seen.map(({ daysLate }) => daysLate))].toSorted((a, b) => a - b);
	return days.map((day) => {
		for (const look of seen.filter(({ daysLate }) => daysLate === day)) {
			const key = `${look.task}/${look.check}`;
			const before = sofar.get(key);
			sofar.set(key, before ? together(before, look) : look);
		}
		const { total } = scoreOf(lab, [...sofar.values()], { hints, handedIn: null });
		return { points: total.points, daysLate: day };
	});
}

const together = (before: Seen, after: Seen): Seen => ({
	...after,
	counted: after.counted ?? before.counted,
	score: after.counted === null ? before.score : after.score,
	best: Math.max(before.best, after.best),
	everPassed: before.everPassed || after.everPassed
});

/** Whether a lab has checks that look only when it is handed in. */
const hasHandIn = (lab: Lab): boolean =>
	lab.tasks.some(({ checks }) => checks.some(({ trigger }) => trigger === 'submit'));

function hintsOf({ db, labs, userIds }: Wanted): Map<string, Map<string, Set<number>>> {
	const ids = labs.map(({ id }) => id);
	const rows = db
		.select()
		.from(hintsTaken)
		.where(and(inArray(hintsTaken.userId, userIds), inArray(hintsTaken.labId, ids)))
		.all();
	const taken = new Map<string, Map<string, Set<number>>>();
	for (const { userId, labId, task, hint } of rows) {
		const key = `${userId}/${labId}`;
		const tasks = taken.get(key) ?? new Map<string, Set<number>>();
		taken.set(key, tasks.set(task, (tasks.get(task) ?? new Set()).add(hint)));
	}
	return taken;
}
