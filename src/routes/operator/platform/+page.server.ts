import { t } from '#lib/words/index.ts';
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
		incidents: incidents.slice(0, 20),
		room: roomOf(locals)
	};
};

/** Of every lab with machines: how many more fit, and how many wait. */
function roomOf({ labs, runs }: App.Locals) {
	const pooled = new Map(runs.capacity.pooled().map(({ labId, ...counts }) => [labId, counts]));
	return labs
		.all()
		.filter(({ hosts }) => hosts.length > 0)
		.map((lab) => ({
			...{ id: lab.id, title: lab.title, more: runs.capacity.more(lab) },
			...(pooled.get(lab.id) ?? { ready: 0, making: 0 })
		}));
}

export const actions: Actions = {
	again: async ({ locals, url }) => {
		operatorOf(locals, url);
		await locals.engine.health(true);
		return { done: t('Everything was looked at anew.') };
	}
};
