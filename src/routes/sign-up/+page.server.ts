import { redirect } from '@sveltejs/kit';
import { mend, text } from '../sign-in/form.ts';
import { nextPage } from '../sign-in/next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { auth, user }, url }) => {
	const next = nextPage(url.searchParams.get('next'));
	if (user) redirect(303, next);
	return { next, mode: auth.signUpMode(), code: url.searchParams.get('code') ?? '' };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const typed = { name: text(form, 'name'), code: text(form, 'code').trim() };
		const user = await event.locals.auth.signUp(event, { ...typed, password: text(form, 'password') });
		if ('refused' in user) return mend(user, typed);
		redirect(303, nextPage(text(form, 'next')));
	}
};
