import { error } from '@sveltejs/kit';
import { courseCard, labCard, nextLab, sofar } from '../cards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const course = locals.labs.course(params.course) ?? error(404, 'There is no such course');
	const so = sofar(locals);
	const modules = course.modules.map(({ id, title, summary, labs }) => ({
		id,
		title,
		summary,
		labs: labs.map((lab) => labCard(lab, course, so))
	}));
	return {
		course: courseCard(course, so),
		prerequisites: course.prerequisites,
		modules,
		next: nextLab(modules.flatMap(({ labs }) => labs))
	};
};
