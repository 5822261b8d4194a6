import { error, redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { sightIn } from '../address.ts';
import type { RequestHandler } from './$types';

/** To a page of a host, by a ticket that is good once: reading it again takes another. */
export const GET: RequestHandler = async ({ locals, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const { user, sessionId, runs, previewDoor } = locals;
	if (!user || !sessionId) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	const lab = runs.labFor(user.id, params.lab) ?? error(404, t('There is no such lab.'));
	const runId = runs.current(user.id, lab.id)?.id ?? 0;
	const address = await previewDoor.open({ user, sessionId }, { runId, ...sightIn(url.searchParams) });
	if (typeof address !== 'string') error(409, address.refused);
	redirect(303, address);
};
