import { error, json } from '@sveltejs/kit';
import { looked } from '../look.ts';
import { asked, machineOf, NOT_RUNNING } from '../machine.ts';
import type { RequestHandler } from './$types';

/** For the pane beside the terminals: what the page of files shows, as data. */
export const GET: RequestHandler = async (event) => {
	if (!event.locals.user) error(401, 'Sign in first.');
	const machine = await machineOf(event, asked(event.url, 'host'));
	const found = machine ? await looked(event, machine) : { refused: NOT_RUNNING };
	return json(found, { headers: { 'cache-control': 'private, no-store' } });
};
