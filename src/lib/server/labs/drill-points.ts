/**
 * What a lab gives points for: its tasks, and its drill where that has points. A drill counts as one
 * more task of one check, whose attempts the platform writes; it is no step on the way through the lab.
 */
import type { Check, Lab } from './lab.ts';

export interface Graded {
	id: string;
	checks: Pick<Check, 'id' | 'points' | 'mode' | 'hidden'>[];
}

/** No author's task can have this name. */
export const DRILL_PLACE = { task: '@drill', check: 'objectives' };

export function graded({ tasks, drill }: Pick<Lab, 'tasks' | 'drill'>): Graded[] {
	if (!drill?.points) return tasks;
	const check = { id: DRILL_PLACE.check, points: drill.points, mode: 'once' as const, hidden: false };
	return [...tasks, { id: DRILL_PLACE.task, checks: [check] }];
}

export const pointsIn = (lab: Pick<Lab, 'tasks' | 'drill'>): number =>
	graded(lab).reduce((sum, { checks }) => sum + checks.reduce((all, { points }) => all + points, 0), 0);
