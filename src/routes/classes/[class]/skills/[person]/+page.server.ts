/** What one person of a class has shown, outcome by outcome, with the evidence. */
import { error } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { classOf } from '../../../guard.ts';
import { skillsOf } from '../../../../skills.ts';
import { assignedCourses } from '../../courses.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { found } = classOf(event);
	const { labs, classes, progress } = event.locals;
	const person = classes.roster.find(found.id, Number(event.params.person));
	if (!person) error(404, t('This person is not in the class.'));
	const work = progress.doneByPeople([person.userId]).get(person.userId) ?? new Map();
	const courses = assignedCourses(classes.assignments.of(found.id), labs);
	return {
		person: { name: person.name, fullName: person.fullName },
		courses: courses.map((course) => ({
			...{ id: course.id, title: course.title },
			skills: skillsOf(course, work)
		}))
	};
};
