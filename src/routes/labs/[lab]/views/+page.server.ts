import { error, redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { sightIn } from './address.ts';
import type { PageServerLoad } from './$types';

/** What the pane beside the terminals offers, for browsers without scripts. */
export const load: PageServerLoad = ({ locals, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const { user, runs, guides, previews } = locals;
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	const lab = runs.labFor(user.id, params.lab) ?? error(404, t('There is no such lab.'));
	const { id, title, hosts, views } = guides.view(
		guides.inLanguage(lab, locals.languages),
		runs.values(user.id, lab)
	);
	const isRunning = (runs.current(user.id, lab.id)?.readyAt ?? null) !== null;
	return {
		/** Whatever was asked for by the form. */
		asked: url.searchParams.has('port') ? sightIn(url.searchParams) : null,
		lab: { id, title, hosts: hosts.map(({ name }) => name), views },
		isRunning,
		canView: previews.sources !== null
	};
};
