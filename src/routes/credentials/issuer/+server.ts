import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { credentials } }) =>
	json(credentials.issuer(), { headers: { 'cache-control': 'public, max-age=3600' } });
