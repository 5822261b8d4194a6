import { fail, redirect } from '@sveltejs/kit';
import { text } from '../sign-in/form.ts';
import { staffOf } from '../watch/guard.ts';
import { personOf } from './guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url, setHeaders }) => {
	const user = personOf(locals, url);
	setHeaders({ 'cache-control': 'private, no-store' });
	return {
		teaches: user.role !== 'learner',
		taught: locals.classes.taughtBy(user).map(({ id, title, kind, people, instructors, archivedAt }) => ({
			...{ id, title, kind, people, instructors },
			archived: archivedAt !== null
		})),
		attended: locals.classes.attendedBy(user.id).map(({ id, title, kind }) => ({
			...{ id, title, kind },
			instructors: locals.classes.teachers.of(id).map(({ name }) => name)
		}))
	};
};

export const actions: Actions = {
	create: async ({ locals, url, request }) => {
		const staff = staffOf(locals, url);
		const form = await request.formData();
		const [title, kind] = [text(form, 'title'), text(form, 'kind') === 'team' ? 'team' : 'class'] as const;
		const made = locals.classes.create(title, staff, kind);
		if ('refused' in made) return fail(400, { refused: made.refused, title, kind });
		redirect(303, `/classes/${made.id}/people`);
	}
};
