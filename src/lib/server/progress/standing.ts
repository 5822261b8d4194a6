/**
 * From attempts to where a learner stands, as plain functions. A task is done when each of its
 * checks that a learner can see has passed, on the same machines: what was reached before a reset
 * does not add up with what was reached after it.
 */
import type { Attempt } from '#lib/server/db/index.ts';
import type { Check, Graded, Lab, Task } from '#lib/server/labs/index.ts';

/** The last look at one check, and the best it ever was. */
export type Look = Pick<Attempt, 'task' | 'check' | 'verdict' | 'message' | 'answer'> & {
	/** The last verdict that was one: looks that broke are passed over. Null when all of them did. */
	counted: Attempt['verdict'] | null;
	/** Of the same look. */
	score: number | null;
	best: number;
	everPassed: boolean;
	/** Looks somebody asked for that gave a verdict. */
	tries: number;
};

export interface CheckStanding {
	id: string;
	state: 'untried' | 'pass' | 'fail' | 'error';
	/** The checker's sentence; empty when it has not looked. */
	message: string;
	tries: number;
}

export interface TaskStanding {
	id: string;
	/** `closed` until the tasks it needs are done. */
	state: 'closed' | 'open' | 'done';
	checks: CheckStanding[];
	/** Points earned of its visible checks, before the price of hints. */
	earned: number;
}

export type Looks = ReadonlyMap<string, Look>;

export const byCheck = (looks: Look[]): Looks =>
	new Map(looks.map((look) => [`${look.task}/${look.check}`, look]));

export function standing(lab: Lab, found: Look[]): TaskStanding[] {
	const looks = byCheck(found);
	const done = new Set(lab.tasks.filter((task) => isDone(task, looks)).map(({ id }) => id));
	return lab.tasks.map((task) => ({
		id: task.id,
		state: done.has(task.id) ? 'done' : task.needs.every((need) => done.has(need)) ? 'open' : 'closed',
		checks: visible(task).map((check) => checkStanding(check, looks.get(`${task.id}/${check.id}`))),
		earned: visible(task).reduce((sum, check) => sum + earned(task, check, looks), 0)
	}));
}

/** Points a check has earned: the best it was where reached is reached, else what it is now. */
export function earned(task: Graded, check: Graded['checks'][0], looks: Looks): number {
	const look = looks.get(`${task.id}/${check.id}`);
	if (!look) return 0;
	if (counts(check, look)) return check.points;
	return check.points * (check.mode === 'once' ? look.best : (look.score ?? 0));
}

const visible = (task: Task) => task.checks.filter(({ hidden }) => !hidden);

const isDone = (task: Task, looks: Looks) =>
	visible(task).length > 0 &&
	visible(task).every((check) => counts(check, looks.get(`${task.id}/${check.id}`)));

/** `once`: reached is reached. `hold`: as it was when it could last be seen. */
export const counts = (check: Pick<Check, 'mode'>, look: Look | undefined) =>
	look !== undefined && (check.mode === 'once' ? look.everPassed : look.counted === 'pass');

function checkStanding(check: Check, look: Look | undefined): CheckStanding {
	if (!look) return { id: check.id, state: 'untried', message: '', tries: 0 };
	const state = counts(check, look) ? 'pass' : look.verdict;
	return { id: check.id, state, message: look.message, tries: look.tries };
}
