import { t } from '#lib/words/index.ts';
import { eventStream } from './stream.ts';
import type { RequestHandler } from './$types';

/** That something of the reader's has changed. */
export const GET: RequestHandler = ({ locals, request }) => {
	const { user, bulletin } = locals;
	if (!user) return new Response(t('Sign in first.'), { status: 401 });
	return eventStream({ request, locals }, ({ changed }) => bulletin.listen(user.id, changed));
};
