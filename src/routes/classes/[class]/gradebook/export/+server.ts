import { classOf } from '../../../guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const { found } = classOf(event);
	const name = found.title.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'class';
	return new Response(event.locals.classes.gradebook.file(found.id), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="gradebook-${name}.csv"`,
			'cache-control': 'private, no-store'
		}
	});
};
