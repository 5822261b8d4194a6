import { fail } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { text } from '../../../sign-in/form.ts';
import { classOf } from '../../guard.ts';
import { wordsFor } from '../../kind-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	instructors: event.locals.classes.teachers.of(classOf(event).found.id)
});

export const actions: Actions = {
	rename: async (event) => {
		const { found } = classOf(event);
		const refusal = event.locals.classes.rename(found.id, text(await event.request.formData(), 'title'));
		return refusal ? fail(400, { field: 'title', ...refusal }) : { done: wordsFor(found.kind).renamed };
	},

	add: async (event) => {
		const { found } = classOf(event);
		const name = text(await event.request.formData(), 'name');
		const added = event.locals.classes.teachers.add(found.id, name);
		if ('refused' in added) return fail(400, { field: 'name', refused: added.refused, name });
		return { done: t('{name} is among its instructors now.', { name: added.name }) };
	},

	remove: async (event) => {
		const { found } = classOf(event);
		const id = Number(text(await event.request.formData(), 'id'));
		const refusal = event.locals.classes.teachers.remove(found.id, id);
		return refusal
			? fail(409, { field: null, ...refusal })
			: { done: t('They are no longer among its instructors.') };
	},

	archive: (event) => {
		const { found } = classOf(event);
		event.locals.classes.archive(found.id, true);
		return { done: wordsFor(found.kind).isArchived };
	},

	restore: (event) => {
		const { found } = classOf(event);
		event.locals.classes.archive(found.id, false);
		return { done: wordsFor(found.kind).goesOn };
	}
};
