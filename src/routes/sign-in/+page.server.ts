import { redirect } from '@sveltejs/kit';
import { mend, text } from './form.ts';
import { nextPage } from './next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { auth, user }, url }) => {
	const next = nextPage(url.searchParams.get('next'));
	if (user) redirect(303, next);
	return { next, canSignUp: auth.signUpMode() !== 'closed' };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const name = text(form, 'name');
		const user = await event.locals.auth.signIn(event, { name, password: text(form, 'password') });
		if ('refused' in user) return mend(user, { name });
		redirect(303, nextPage(text(form, 'next')));
	}
};
