/** Points of a whole lab: what its checks earned, less the price of the hints taken, never below none. */
import { graded, type Lab, type Task } from '#lib/server/labs/index.ts';
import { byCheck, counts, earned, type Look } from './standing.ts';

export interface LabScore {
	/** Points of the checks that a learner can see, less the hints: what may be shown at any time. */
	shown: { points: number; of: number };
	/** Points of all checks, less the hints: what counts in the end. */
	total: { points: number; of: number };
	/** Points that hints have cost. */
	hints: number;
	/** Checks a learner is not told about, and how many of them hold. */
	hidden: { passed: number; of: number };
	/** When it was handed in last; null before, and where a lab has nothing to hand in. */
	handedIn: Date | null;
}

export interface Surroundings {
	/** Positions of the hints taken, by task. */
	hints: Map<string, Set<number>>;
	handedIn: Date | null;
}

export function scoreOf(lab: Lab, found: Look[], { hints, handedIn }: Surroundings): LabScore {
	const looks = byCheck(found);
	const cost = sum(lab.tasks, (task) => costOf(task, hints.get(task.id)));
	const all = graded(lab).flatMap((task) => task.checks.map((check) => ({ task, check })));
	const open = all.filter(({ check }) => !check.hidden);
	const hidden = all.filter(({ check }) => check.hidden);
	const score = (checks: typeof all) => ({
		points: rounded(Math.max(0, sum(checks, ({ task, check }) => earned(task, check, looks)) - cost)),
		of: sum(checks, ({ check }) => check.points)
	});
	return {
		shown: score(open),
		total: score(all),
		hints: cost,
		hidden: {
			passed: hidden.filter(({ task, check }) => counts(check, looks.get(`${task.id}/${check.id}`))).length,
			of: hidden.length
		},
		handedIn
	};
}

const costOf = ({ hints }: Task, taken: Set<number> | undefined) =>
	sum([...(taken ?? [])], (position) => hints[position]?.cost ?? 0);

const sum = <T>(things: T[], worth: (thing: T) => number) =>
	things.reduce((total, thing) => total + worth(thing), 0);

/** Shares of points are shown to a tenth. */
const rounded = (points: number) => Math.round(points * 10) / 10;
