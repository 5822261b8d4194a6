import { redirect } from '@sveltejs/kit';
import { mend, text } from '../sign-in/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { auth }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const token = url.searchParams.get('token') ?? '';
	return { token, good: auth.welcomes(token) };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const name = text(form, 'name');
		const user = await event.locals.auth.welcome(event, {
			name,
			password: text(form, 'password'),
			token: text(form, 'token')
		});
		if ('refused' in user) return mend(user, { name });
		redirect(303, '/operator');
	}
};
