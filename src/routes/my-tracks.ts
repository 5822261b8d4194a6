/** Tracks somebody is on, for the home page: which lab comes next on each, and until when it is meant to be gone. */
import type { LabCard } from '#lib/components/cards.ts';
import { labsOfTrack, nextLab, trackCard, type Sofar } from './courses/cards.ts';

export interface TrackStep {
	id: string;
	title: string;
	labs: number;
	labsDone: number;
	/** When their class means them to be through, and the zone it lives in. */
	target: { at: Date; zone: string } | null;
	next: LabCard;
}

/** More would push what is due out of sight. */
const SHOWN = 3;

type Asked = Pick<App.Locals, 'labs' | 'user'> & { classes: Pick<App.Locals['classes'], 'assignments'> };

/** Those their classes were given, the first target first; then those they have begun, the furthest first. */
export function myTracks({ labs, classes, user }: Asked, so: Sofar): TrackStep[] {
	if (!user) return [];
	const given = classes.assignments.duesOf(user.id).filter(({ kind }) => kind === 'track');
	return labs
		.tracks()
		.flatMap((track) => {
			const cards = labsOfTrack(track, labs, so);
			const due = given.find(({ target }) => target === track.id);
			const next = nextLab(cards);
			if (!next || (!due && !cards.some(({ state }) => state !== 'new'))) return [];
			const { id, title, labs: count, labsDone } = trackCard(track, cards);
			const target = due?.dueAt ? { at: due.dueAt, zone: due.zone } : null;
			return [{ isGiven: due !== undefined, step: { id, title, labs: count, labsDone, target, next } }];
		})
		.toSorted(
			(one, other) =>
				Number(other.isGiven) - Number(one.isGiven) ||
				until(one.step) - until(other.step) ||
				share(other.step) - share(one.step)
		)
		.slice(0, SHOWN)
		.map(({ step }) => step);
}

/** A moment so late that it comes after every other: two of them differ by nothing. */
const NEVER = Number.MAX_SAFE_INTEGER;
const until = ({ target }: TrackStep) => target?.at.getTime() ?? NEVER;
const share = ({ labs, labsDone }: TrackStep) => labsDone / Math.max(1, labs);
