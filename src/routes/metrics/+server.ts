import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { metrics }, request, getClientAddress }) => {
	if (!metrics.admits(request.headers.get('authorization'), getClientAddress())) {
		return new Response(
			'Metrics are for this machine, or for who shows the token (setting METRICS_TOKEN).\n',
			{
				status: 401,
				headers: { 'www-authenticate': 'Bearer', 'content-type': 'text/plain' }
			}
		);
	}
	const { type, text } = await metrics.scrape();
	return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
};
