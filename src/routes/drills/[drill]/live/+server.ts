import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The newest answers of a drill that is on, for who is aboard. */
export const GET: RequestHandler = async ({ locals: { user, drills }, params, url }) => {
	if (!user) error(401, 'Sign in first.');
	const after = Number(url.searchParams.get('after')) || 0;
	const live =
		(await drills.room.live(user.id, Number(params.drill), after)) ?? error(404, 'You have no such drill.');
	return json(live, { headers: { 'cache-control': 'private, no-store' } });
};
