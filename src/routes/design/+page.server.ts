/** The components, to look at while working on them. Not part of a running platform. */
import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
	if (!dev) error(404, 'The component page is only there in development');
	return { now: Date.now() };
};
