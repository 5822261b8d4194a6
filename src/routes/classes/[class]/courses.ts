import type { AssignmentOnList } from '#lib/server/classes/index.ts';
import type { Course, Labs } from '#lib/server/labs/index.ts';

/** The courses that what is assigned comes from, in the order of the catalogue; all of them when nothing is. */
export function assignedCourses(assignments: AssignmentOnList[], labs: Labs): Course[] {
	const ids = new Set(
		assignments.flatMap(({ labIds }) => labIds.flatMap((id) => labs.lab(id)?.courseId ?? []))
	);
	const all = labs.courses().filter(({ outcomes }) => outcomes.length > 0);
	const assigned = all.filter(({ id }) => ids.has(id));
	return assigned.length > 0 ? assigned : all;
}
