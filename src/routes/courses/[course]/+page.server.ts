import { error, fail, redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { courseCard, labCard, nextLab, outcomeCards, sofar } from '../cards.ts';
import type { Actions, PageServerLoad } from './$types';

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
		capstone: capstone && {
			text: capstone.text,
			lab: labs.find(({ id }) => id === capstone.lab) ?? null,
			works: locals.user && locals.capstones.of(locals.user.id, course.id)
		},
		next: nextLab(labs)
	};
};

export const actions: Actions = {
	/** Hand in the capstone. What was written comes back with a refusal, so that nothing is lost without scripts. */
	handIn: async ({ locals, params, request, url }) => {
		const { user, labs, capstones } = locals;
		if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
		if (!labs.course(params.course)?.capstone) error(404, t('There is no such course'));
		const body = String((await request.formData()).get('body') ?? '');
		const refusal = capstones.handIn(user.id, params.course, body);
		return refusal ? fail(409, { ...refusal, body }) : { handedIn: true };
	}
};
