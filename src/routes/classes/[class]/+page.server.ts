import { redirect } from '@sveltejs/kit';
import { classOf } from '../guard.ts';
import type { PageServerLoad } from './$types';

/** What a team is asked first is how far it is. */
export const load: PageServerLoad = (event) => {
	const { found } = classOf(event);
	redirect(303, `/classes/${found.id}/${found.kind === 'team' ? 'report' : 'people'}`);
};
