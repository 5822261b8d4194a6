import { redirect } from '@sveltejs/kit';
import { mend, text } from '../sign-in/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { auth }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const code = (url.searchParams.get('code') ?? '').slice(0, 100);
	const entry = code ? auth.entry(code) : null;
	return { code, entry: entry && { name: entry.name, isNew: entry.isNew } };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const code = text(form, 'code').slice(0, 100);
		const user = await event.locals.auth.enter(event, { code, password: text(form, 'password') });
		if ('refused' in user) return mend(user, { code });
		redirect(303, '/');
	}
};
