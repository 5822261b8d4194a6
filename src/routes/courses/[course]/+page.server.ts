import { error } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { courseCard, labCard, nextLab, outcomeCards, sofar } from '../cards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const course = locals.labs.course(params.course) ?? error(404, t('There is no such course'));
	const so = sofar(locals);
	const modules = course.modules.map(({ id, title, summary, labs }) => ({
		id,
		title,
		summary,
		labs: labs.map((lab) => labCard(lab, course, so))
	}));
	const labs = modules.flatMap(({ labs }) => labs);
	const { workload, prerequisites, reading, capstone } = course;
	return {
		course: courseCard(course, so),
		...{ workload, prerequisites, reading, modules },
		outcomes: outcomeCards(course, labs),
		capstone: capstone && { text: capstone.text, lab: labs.find(({ id }) => id === capstone.lab) ?? null },
		next: nextLab(labs)
	};
};
