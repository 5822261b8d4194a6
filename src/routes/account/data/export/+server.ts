import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { user, dossier, audit } }) => {
	if (!user) error(401, 'Sign in first.');
	const zip = (await dossier.export(user.id)) ?? error(404, 'There is nothing here.');
	audit.record(user, { deed: 'export', subject: user.name });
	return new Response(Readable.toWeb(zip) as ReadableStream, {
		headers: {
			'content-type': 'application/zip',
			'content-disposition': 'attachment; filename="my-data.zip"',
			'cache-control': 'no-store'
		}
	});
};
