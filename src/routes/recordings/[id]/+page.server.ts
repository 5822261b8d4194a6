import { listed } from '../listed.ts';
import { seenBy } from './seen.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, params, setHeaders }) => {
	const recording = await seenBy(locals, url, params.id);
	setHeaders({ 'cache-control': 'private, no-store' });
	return { recording: listed(recording, locals.labs), mine: recording.userId === locals.user?.id };
};
