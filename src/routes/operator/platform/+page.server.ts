import { t } from '#lib/words/index.ts';
import { operatorOf } from '../guard.ts';
import type { Actions, PageServerLoad } from './$types';

const DAY = 24 * 3_600_000;
const FAILED_DAYS = 7;
const LISTED = 20;
const PEOPLE_LISTED = 100;

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	operatorOf(locals, url);
	setHeaders({ 'cache-control': 'private, no-store' });
	const { sandboxes, incidents, ...health } = await locals.engine.health();
	const room = roomOf(locals);
	return {
		...health,
		sandboxes: sandboxes.map(({ name, hosts, labels, since }) => {
			const lab = locals.labs.lab(labels['labwright.lab'] ?? '');
			const title = lab?.title ?? labels['labwright.lab'] ?? '';
			return { name, hosts, since, lab: { title, language: lab?.language ?? 'en' } };
		}),
		incidents: incidents.slice(0, LISTED),
		room,
		now: await nowOf(locals, room),
		failed: failedOf(locals),
		signedIn: locals.people.signedIn(PEOPLE_LISTED),
		at: new Date()
	};
};

/** What an operator wants to read in one look. */
async function nowOf({ runs, engine, config }: App.Locals, room: ReturnType<typeof roomOf>) {
	const machine = await engine.machine().catch(() => null);
	return {
		...runs.capacity.counts(),
		places: config.MAX_SANDBOXES,
		pooled: room.reduce((sum, { ready }) => sum + ready, 0),
		making: room.reduce((sum, { making }) => sum + making, 0),
		memory: machine && { freeMiB: machine.memoryFreeMiB, ofMiB: machine.memoryMiB },
		diskFreeMiB: machine?.diskFreeMiB ?? null
	};
}

/** Of every lab with machines: how many more fit, and how many wait. */
function roomOf({ labs, runs }: App.Locals) {
	const pooled = new Map(runs.capacity.pooled().map(({ labId, ...counts }) => [labId, counts]));
	return labs
		.all()
		.filter(({ hosts }) => hosts.length > 0)
		.map((lab) => ({
			...{ id: lab.id, title: lab.title, language: lab.language ?? 'en', more: runs.capacity.more(lab) },
			...(pooled.get(lab.id) ?? { ready: 0, making: 0 })
		}));
}

/** Labs that somebody wanted to start and could not, with what an operator needs to mend it. */
const failedOf = ({ runs, labs }: App.Locals) =>
	runs.capacity.failedStarts(new Date(Date.now() - FAILED_DAYS * DAY), LISTED).map(({ run, reason }) => ({
		id: run.id,
		lab: { title: labs.lab(run.labId)?.title ?? run.labId, language: labs.lab(run.labId)?.language ?? 'en' },
		reason,
		at: run.endedAt ?? run.startedAt
	}));

export const actions: Actions = {
	again: async ({ locals, url }) => {
		operatorOf(locals, url);
		await locals.engine.health(true);
		return { done: t('Everything was looked at anew.') };
	}
};
