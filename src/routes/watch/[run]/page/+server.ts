import { error, redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { sightIn } from '../../../labs/[lab]/views/address.ts';
import { staffOf } from '../../guard.ts';
import type { RequestHandler } from './$types';

/** To a page that a learner's machine serves; the look is in the ledger before its first byte. */
export const GET: RequestHandler = async ({ locals, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const { sessionId, previewDoor, watchings } = locals;
	const user = staffOf(locals, url);
	const run = /^\d{1,15}$/.test(params.run) ? watchings.underway(Number(params.run)) : null;
	if (!run || !sessionId) error(404, t('This lab is not running any more.'));
	const address = await previewDoor.open(
		{ user, sessionId },
		{ runId: run.id, ...sightIn(url.searchParams) }
	);
	if (typeof address !== 'string') error(409, address.refused);
	redirect(303, address);
};
