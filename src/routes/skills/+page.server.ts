/** What the reader has shown, in every course they have begun. */
import { redirect } from '@sveltejs/kit';
import { begunSkills } from '../skills.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url, setHeaders }) => {
	const { user } = locals;
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	setHeaders({ 'cache-control': 'private, no-store' });
	return begunSkills(locals, user.id);
};
