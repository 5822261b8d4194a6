import { t } from '#lib/words/index.ts';
import { eventStream } from './stream.ts';
import type { RequestHandler } from './$types';

/** That something of the reader's has changed. */
export const GET: RequestHandler = ({ locals, request }) => {
	const { user, bulletin, trials } = locals;
	if (!user) return new Response(t('Sign in first.'), { status: 401 });
	/** What they do as a learner in a lab they try out is theirs, too. */
	const own = [user.id, trials.accountOf(user.id)].filter((id) => id !== null);
	return eventStream({ request, locals }, ({ changed }) => {
		const leave = own.map((id) => bulletin.listen(id, changed));
		return () => leave.forEach((stop) => stop());
	});
};
