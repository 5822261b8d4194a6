import { error, json } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import type { RequestHandler } from './$types';

/** The newest answers of a drill that is on, for who is aboard. */
export const GET: RequestHandler = async ({ locals: { user, drills }, params, url }) => {
	if (!user) error(401, t('Sign in first.'));
	const after = Number(url.searchParams.get('after')) || 0;
	const live =
		(await drills.room.live(user.id, Number(params.drill), after)) ??
		error(404, t('You have no such drill.'));
	return json(live, { headers: { 'cache-control': 'private, no-store' } });
};
