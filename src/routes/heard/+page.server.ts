import { redirect } from '@sveltejs/kit';
import { HEARD_COOKIE } from '../announced.ts';
import { backTo } from '../back.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
	/** Announcements up to this one are read: they are put away on this browser. */
	default: async ({ request, cookies, url }) => {
		const form = await request.formData();
		const last = Math.trunc(Number(form.get('last'))) || 0;
		cookies.set(HEARD_COOKIE, `${last}`, { path: '/', httpOnly: true, sameSite: 'lax' });
		redirect(303, backTo(form.get('back'), url));
	}
};
