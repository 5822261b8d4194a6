/** How a class or team stands, for somebody who was not there: read on the screen or printed. */
import { classOf } from '../../guard.ts';
import { isDone, skillsOf } from '../../../skills.ts';
import { assignedCourses } from '../courses.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { found } = classOf(event);
	const { labs, classes, progress } = event.locals;
	const assignments = classes.assignments.of(found.id);
	const members = classes.roster.all(found.id);
	const work = progress.doneByPeople(members.map(({ userId }) => userId));
	const ofPerson = (userId: number) => work.get(userId) ?? new Map();
	const goals = assignments.map(({ title, kind, labIds, dueAt }) => {
		const wanted = labIds.flatMap((id) => labs.lab(id) ?? []).filter(({ tasks }) => tasks.length > 0);
		const done = members.map(
			({ userId }) => wanted.filter((lab) => isDone(lab, ofPerson(userId).get(lab.id))).length
		);
		return {
			...{ title, kind, dueAt, labs: wanted.length, done },
			finished: done.filter((count) => wanted.length > 0 && count === wanted.length).length,
			begun: done.filter((count) => count > 0).length
		};
	});
	const skills = assignedCourses(assignments, labs).map((course) => {
		const all = members.map(({ userId }) => skillsOf(course, ofPerson(userId)));
		return {
			...{ id: course.id, title: course.title },
			outcomes: course.outcomes.map(({ text }, n) => ({
				text,
				shown: all.filter((one) => one[n]?.state === 'done').length,
				begun: all.filter((one) => one[n]?.state === 'started').length
			}))
		};
	});
	return {
		zone: found.zone ?? 'UTC',
		at: new Date(),
		goals: goals.map(({ title, kind, dueAt, labs, finished, begun }) => ({
			...{ title, kind, dueAt, labs, finished, begun }
		})),
		skills,
		people: members.map(({ userId, name, fullName }, n) => ({
			...{ userId, name, fullName },
			done: goals.map(({ done, labs }) => ({ done: done[n] ?? 0, labs })),
			lastAt: lastOf(ofPerson(userId))
		}))
	};
};

function lastOf(work: Map<string, { at: Date }>): Date | null {
	const moments = [...work.values()].map(({ at }) => at.getTime());
	return moments.length > 0 ? new Date(Math.max(...moments)) : null;
}
