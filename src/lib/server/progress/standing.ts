/**
 * From attempts to where a learner stands, as plain functions. A task is done when each of its
 * checks that a learner can see has passed, on the same machines: what was reached before a reset
 * does not add up with what was reached after it.
 */
import type { Attempt } from '#lib/server/db/index.ts';
import type { Check, Lab, Task } from '#lib/server/labs/index.ts';

/** The last look at one check, and whether any look found it passed. */
export type Look = Pick<Attempt, 'task' | 'check' | 'verdict' | 'message' | 'score'> & {
	everPassed: boolean;
	/** Looks so far that gave a verdict. */
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

export function standing(lab: Lab, looks: Look[]): TaskStanding[] {
	const byCheck = new Map(looks.map((look) => [`${look.task}/${look.check}`, look]));
	const done = new Set(lab.tasks.filter((task) => isDone(task, byCheck)).map(({ id }) => id));
	return lab.tasks.map((task) => ({
		id: task.id,
		state: done.has(task.id) ? 'done' : task.needs.every((need) => done.has(need)) ? 'open' : 'closed',
		checks: visible(task).map((check) => checkStanding(check, byCheck.get(`${task.id}/${check.id}`))),
		earned: visible(task).reduce(
			(sum, check) => sum + earned(check, byCheck.get(`${task.id}/${check.id}`)),
			0
		)
	}));
}

const visible = (task: Task) => task.checks.filter(({ hidden }) => !hidden);

const isDone = (task: Task, looks: Map<string, Look>) =>
	visible(task).length > 0 &&
	visible(task).every((check) => counts(check, looks.get(`${task.id}/${check.id}`)));

/** `once`: reached is reached. `hold`: as it was at the last look. */
const counts = (check: Check, look: Look | undefined) =>
	look !== undefined && (check.mode === 'once' ? look.everPassed : look.verdict === 'pass');

function checkStanding(check: Check, look: Look | undefined): CheckStanding {
	if (!look) return { id: check.id, state: 'untried', message: '', tries: 0 };
	const state = counts(check, look) ? 'pass' : look.verdict;
	return { id: check.id, state, message: look.message, tries: look.tries };
}

const earned = (check: Check, look: Look | undefined) =>
	!look ? 0 : counts(check, look) ? check.points : look.verdict === 'fail' ? check.points * look.score : 0;
