import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { user } }) => {
	if (!user) redirect(303, '/');
};

export const actions: Actions = {
	default: async ({ cookies, locals: { auth } }) => {
		await auth.signOut(cookies);
		redirect(303, '/');
	}
};
