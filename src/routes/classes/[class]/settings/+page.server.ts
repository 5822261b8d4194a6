import { fail } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { text } from '../../../sign-in/form.ts';
import { classOf } from '../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	instructors: event.locals.classes.teachers.of(classOf(event).found.id)
});

export const actions: Actions = {
	rename: async (event) => {
		const { found } = classOf(event);
		const refusal = event.locals.classes.rename(found.id, text(await event.request.formData(), 'title'));
		return refusal ? fail(400, { field: 'title', ...refusal }) : { done: t('The class has its new name.') };
	},

	add: async (event) => {
		const { found } = classOf(event);
		const name = text(await event.request.formData(), 'name');
		const added = event.locals.classes.teachers.add(found.id, name);
		if ('refused' in added) return fail(400, { field: 'name', refused: added.refused, name });
		return { done: t('{name} teaches this class now.', { name: added.name }) };
	},

	remove: async (event) => {
		const { found } = classOf(event);
		const id = Number(text(await event.request.formData(), 'id'));
		const refusal = event.locals.classes.teachers.remove(found.id, id);
		return refusal ? fail(409, { field: null, ...refusal }) : { done: t('They no longer teach this class.') };
	},

	archive: (event) => {
		event.locals.classes.archive(classOf(event).found.id, true);
		return { done: t('The class is archived.') };
	},

	restore: (event) => {
		event.locals.classes.archive(classOf(event).found.id, false);
		return { done: t('The class goes on.') };
	}
};
