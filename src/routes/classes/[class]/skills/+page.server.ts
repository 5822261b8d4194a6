/** The skills matrix of one course: people down, outcomes across, evidence behind each cell. */
import { classOf } from '../../guard.ts';
import { skillsOf } from '../../../skills.ts';
import { assignedCourses } from '../courses.ts';
import type { PageServerLoad } from './$types';

const NOTHING = new Map();

export const load: PageServerLoad = (event) => {
	const { found } = classOf(event);
	const { labs, classes, progress } = event.locals;
	const asked = event.url.searchParams;
	const search = (asked.get('q') ?? '').slice(0, 100);
	const courses = assignedCourses(classes.assignments.of(found.id), labs);
	const course = courses.find(({ id }) => id === asked.get('course')) ?? courses[0] ?? null;
	const { members, ...rest } = classes.roster.list(found.id, {
		search,
		page: Number(asked.get('page') ?? 1)
	});
	const work = progress.doneByPeople(members.map(({ userId }) => userId));
	return {
		...rest,
		search,
		courses: courses.map(({ id, title }) => ({ id, title })),
		course: course && {
			id: course.id,
			title: course.title,
			outcomes: course.outcomes.map(({ text }) => text)
		},
		rows: members.map(({ userId, name, fullName }) => ({
			...{ userId, name, fullName },
			skills: course
				? skillsOf(course, work.get(userId) ?? NOTHING).map(({ state, done, of }) => ({ state, done, of }))
				: []
		}))
	};
};
