/** How a game day stands, and everybody in it, in words. */
import { spoken } from '#lib/drills/figures.ts';
import type { Glance } from '#lib/drills/glance.ts';

export const STATES = { planned: 'planned', on: 'on now', over: 'over' };

export const MACHINES = {
	none: 'No machines yet',
	waiting: 'In line for machines',
	starting: 'Machines are starting',
	ready: 'Machines are up, no drill yet'
};

/** Of a drill that is on. */
export function standingOf({ phase, struckAt, recoveredAt, strikes, ordered, now }: Glance): string {
	if (phase === 'warming') return 'Waiting until every graph is steady';
	if (phase === 'striking' || ordered) return 'The strike is on its way';
	if (phase === 'assessing') return 'Looking for lost writes';
	if (struckAt === null) return `Steady. ${strikes.done} of ${strikes.of} strikes so far`;
	if (recoveredAt === null) return `Broken for ${spoken(now - struckAt)}`;
	return recoveredAt === struckAt ? 'It stood' : `Well again after ${spoken(recoveredAt - struckAt)}`;
}

/** Whether the last strike was noticed; empty before the first. */
export function noticeOf({ struckAt, noticed }: Glance): string {
	if (struckAt === null) return '';
	if (!noticed) return 'Not noticed yet';
	return `Noticed${noticed.by ? ` by ${noticed.by}` : ''} after ${spoken(noticed.at - struckAt)}`;
}
