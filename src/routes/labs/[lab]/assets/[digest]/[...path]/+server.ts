import { error } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import type { RequestHandler } from './$types';

/** A picture of a guide. The address holds the content's digest, so it never changes. */
export const GET: RequestHandler = async ({ locals: { labs, runs, guides, user }, params }) => {
	if (!user) error(401, t('Sign in first.'));
	const known = [runs.labFor(user.id, params.lab), labs.lab(params.lab)];
	const lab = known.find((lab) => lab?.digest === params.digest);
	const asset = lab && (await guides.asset(lab, params.path));
	if (!asset) error(404, t('There is no such picture in this lab.'));
	return new Response(new Uint8Array(asset.bytes), {
		headers: {
			'content-type': asset.contentType,
			'cache-control': 'private, max-age=31536000, immutable',
			// A picture that is opened by itself must not run what an author put into it.
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox"
		}
	});
};
