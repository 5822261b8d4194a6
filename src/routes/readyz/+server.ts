import type { RequestHandler } from './$types';

/** Whether people may be sent here. */
export const GET: RequestHandler = ({ locals: { metrics } }) => {
	const ready = metrics.isReady();
	return new Response(ready ? 'ready\n' : 'The database does not answer.\n', {
		status: ready ? 200 : 503,
		headers: { 'cache-control': 'no-store', 'content-type': 'text/plain' }
	});
};
