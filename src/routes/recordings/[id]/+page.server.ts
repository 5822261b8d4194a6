import { namesFor } from '../../classes/names.ts';
import { listed } from '../listed.ts';
import { seenBy } from './seen.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies, url, params, setHeaders }) => {
	const recording = await seenBy(locals, url, params.id);
	setHeaders({ 'cache-control': 'private, no-store' });
	const shown = listed(recording, locals.labs);
	const mine = recording.userId === locals.user?.id;
	const person = mine ? shown.person : namesFor({ cookies, locals }).of(recording.userId, shown.person);
	return { recording: { ...shown, person }, mine, from: Number(url.searchParams.get('from')) || 0 };
};
