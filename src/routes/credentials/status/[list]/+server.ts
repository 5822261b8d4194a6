import { error } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { credentials }, params }) => {
	const part = /^\d{1,6}$/.test(params.list) ? Number(params.list) : NaN;
	const list = (await credentials.statusList(part)) ?? error(404, t('There is no such list.'));
	return new Response(list, {
		headers: { 'content-type': 'application/vc+jwt', 'cache-control': 'public, max-age=60' }
	});
};
