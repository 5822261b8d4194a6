import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The key to verify our credentials with. */
export const GET: RequestHandler = async ({ locals: { credentials } }) =>
	json(await credentials.publicKey(), { headers: { 'cache-control': 'public, max-age=3600' } });
