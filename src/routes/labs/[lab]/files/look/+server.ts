import { error, json } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { looked } from '../look.ts';
import { asked, machineOf, notRunning } from '../machine.ts';
import type { RequestHandler } from './$types';

/** For the pane beside the terminals: what the page of files shows, as data. */
export const GET: RequestHandler = async (event) => {
	if (!event.locals.user) error(401, t('Sign in first.'));
	const machine = await machineOf(event, asked(event.url, 'host'));
	const found = machine ? await looked(event, machine) : notRunning();
	return json(found, { headers: { 'cache-control': 'private, no-store' } });
};
