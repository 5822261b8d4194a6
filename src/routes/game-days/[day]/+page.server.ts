import { error, redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import type { PageServerLoad } from './$types';

/** A game day as one of its players finds it: when, where they sit, and the door to go through. */
export const load: PageServerLoad = ({
	locals: { user, gameDays, runs },
	params,
	url,
	depends,
	setHeaders
}) => {
	depends('app:day');
	setHeaders({ 'cache-control': 'private, no-store' });
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	const id = /^\d{1,15}$/.test(params.day) ? Number(params.day) : 0;
	const found = gameDays.asMember(user.id, id) ?? error(404, t('None of your classes has such a game day.'));
	const { day, state, title, seat, team, drill } = found;
	const run = runs.current(user.id, day.labId);
	return {
		...{ state, title, drill, labId: day.labId, mode: day.mode, startsAt: day.startsAt },
		...{ isPaused: day.pausedAt !== null, byHand: day.byHand },
		role: seat?.role ?? null,
		team: team.map(({ name, role }) => ({ name, role })),
		teamNumber: seat?.team ?? null,
		isUp: run?.readyAt != null
	};
};
