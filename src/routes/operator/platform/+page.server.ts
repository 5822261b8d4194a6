import { operatorOf } from '../guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	operatorOf(locals, url);
	setHeaders({ 'cache-control': 'private, no-store' });
	const { sandboxes, incidents, ...health } = await locals.engine.health();
	return {
		...health,
		sandboxes: sandboxes.map(({ name, hosts, labels, since }) => {
			const labId = labels['labwright.lab'] ?? '';
			return { name, hosts, since, lab: locals.labs.lab(labId)?.title ?? labId };
		}),
		incidents: incidents.slice(0, 20)
	};
};

export const actions: Actions = {
	again: async ({ locals, url }) => {
		operatorOf(locals, url);
		await locals.engine.health(true);
		return { done: 'Everything was looked at anew.' };
	}
};
