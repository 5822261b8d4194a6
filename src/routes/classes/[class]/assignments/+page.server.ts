import { fail } from '@sveltejs/kit';
import { classOf } from '../../guard.ts';
import { wordsFor } from '../../kind-words.ts';
import { writtenIn } from './form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { found } = classOf(event);
	const { labs, classes } = event.locals;
	return {
		zone: found.zone,
		assignments: classes.assignments.of(found.id).map(({ labIds, ...assignment }) => ({
			...assignment,
			labs: labIds.length,
			extensions: classes.assignments.extensions(assignment.id).length
		})),
		tracks: labs.tracks().map(({ id, title }) => ({ id, title })),
		courses: labs.courses().map(({ id, title, modules }) => ({
			...{ id, title },
			labs: modules.flatMap((module) => module.labs).map((lab) => ({ id: lab.id, title: lab.title }))
		}))
	};
};

export const actions: Actions = {
	give: async (event) => {
		const { found } = classOf(event);
		const typed = writtenIn(await event.request.formData());
		const given = event.locals.classes.assignments.give(found.id, typed);
		if ('refused' in given) return fail(400, { refused: given.refused, field: given.field, typed });
		return { done: wordsFor(found.kind).given };
	}
};
