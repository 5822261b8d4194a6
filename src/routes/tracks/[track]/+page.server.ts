import { error } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { labsOfTrack, nextLab, sofar, trackCard } from '../../courses/cards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	const track = locals.labs.track(params.track) ?? error(404, t('There is no such track'));
	const labs = labsOfTrack(track, locals.labs, sofar(locals));
	return { track: trackCard(track, labs), labs, next: nextLab(labs) };
};
