import { error, fail } from '@sveltejs/kit';
import { namesFor } from '../../classes/names.ts';
import { staffOf } from '../guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { locals, depends, setHeaders } = event;
	depends('app:watch');
	setHeaders({ 'cache-control': 'private, no-store' });
	const { staff, run } = watched(event);
	const shells = locals.terminals.open(`${run.id}/${run.generation}/`).map((key) => {
		const [, , host = '', shell = ''] = key.split('/');
		return { host, shell };
	});
	return {
		run: {
			id: run.id,
			person: namesFor(event).of(run.userId, run.userName),
			lab: locals.labs.lab(run.labId)?.title ?? run.labId
		},
		shells,
		keyboard: locals.watchings.keyboard(run.id, staff.id)
	};
};

export const actions: Actions = {
	ask: (event) => ask(event, true),
	return: (event) => ask(event, false)
};

function ask(event: RequestEvent, wanted: boolean) {
	const { staff, run } = watched(event);
	const refusal = event.locals.watchings.ask(run.id, staff.id, wanted);
	return refusal ? fail(409, refusal) : { done: true };
}

function watched({ locals, url, params }: Pick<RequestEvent, 'locals' | 'url' | 'params'>) {
	const staff = staffOf(locals, url);
	const run = /^\d{1,15}$/.test(params.run) ? locals.watchings.underway(Number(params.run)) : null;
	if (!run || run.userId === staff.id) error(404, 'This lab is not running any more.');
	return { staff, run };
}
