import { error } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { credentials }, params }) => {
	const { jwt, courseId } = credentials.find(params.code) ?? error(404, t('There is no such certificate.'));
	return new Response(jwt, {
		headers: {
			'content-type': 'application/vc+jwt',
			'content-disposition': `attachment; filename="${courseId.replace(/[^\w-]/g, '-')}.badge.jwt"`,
			'cache-control': 'no-store'
		}
	});
};
