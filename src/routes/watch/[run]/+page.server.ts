import { error, fail } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { namesFor } from '../../classes/names.ts';
import { sightIn } from '../../labs/[lab]/views/address.ts';
import { staffOf } from '../guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { locals, depends, setHeaders, url } = event;
	depends('app:watch');
	setHeaders({ 'cache-control': 'private, no-store' });
	const { staff, run } = watched(event);
	const shells = locals.terminals.open(`${run.id}/${run.generation}/`).map((key) => {
		const [, , host = '', shell = ''] = key.split('/');
		return { host, shell };
	});
	const lab = locals.labs.lab(run.labId);
	const { hosts = [], views = [] } = lab ? locals.guides.view(lab, {}) : {};
	return {
		/** Pages of machines; null where there is no place to show them. */
		pages: locals.previews.sources && {
			...{ hosts: hosts.map(({ name }) => name), views },
			asked: url.searchParams.has('port') ? sightIn(url.searchParams) : null
		},
		run: {
			id: run.id,
			person: namesFor(event).of(run.userId, run.userName),
			lab: lab?.title ?? run.labId
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
	if (!run || run.userId === staff.id) error(404, t('This lab is not running any more.'));
	return { staff, run };
}
