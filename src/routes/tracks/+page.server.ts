import { labsOfTrack, sofar, trackCard } from '../courses/cards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const so = sofar(locals);
	return {
		tracks: locals.labs.tracks().map((track) => trackCard(track, labsOfTrack(track, locals.labs, so)))
	};
};
