import { error } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { seenBy } from '../seen.ts';
import type { RequestHandler } from './$types';

/** The asciicast, with its marks; any player of asciicasts can play it. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
	const recording = await seenBy(locals, url, params.id);
	const cast = await locals.recordings.cast(recording);
	if (cast === null) error(404, t('Nothing was recorded yet.'));
	const name = `${recording.labId}-${recording.host}-${recording.id}.cast`;
	return new Response(cast, {
		headers: {
			'content-type': 'application/x-asciicast',
			'cache-control': 'private, no-store',
			...(url.searchParams.has('download') && { 'content-disposition': `attachment; filename="${name}"` })
		}
	});
};
