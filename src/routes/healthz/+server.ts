import type { RequestHandler } from './$types';

/** The process answers: nothing else is looked at, so that a slow disk does not get it killed. */
export const GET: RequestHandler = () => plain('alive', 200);

const plain = (text: string, status: number) =>
	new Response(`${text}\n`, {
		status,
		headers: { 'cache-control': 'no-store', 'content-type': 'text/plain' }
	});
