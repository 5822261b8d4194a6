import { error } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import type { RequestHandler } from './$types';

/** The installation's own logo, for visitors as well: it stands where people sign in. */
export const GET: RequestHandler = ({ locals, params }) => {
	const logo = locals.logos.sent(params.digest) ?? error(404, t('There is nothing here.'));
	return new Response(logo.bytes, { headers: logo.headers });
};
