/** How a game day stands, and everybody in it, in words. */
import { spoken } from '#lib/drills/figures.ts';
import type { Glance } from '#lib/drills/glance.ts';
import { t, type Phrase } from '#lib/words/index.ts';

export const STATES = { planned: 'planned', on: 'on now', over: 'over' } as const satisfies Record<
	string,
	Phrase
>;

export const MACHINES = {
	none: 'No machines yet',
	waiting: 'In line for machines',
	starting: 'Machines are starting',
	ready: 'Machines are up, no drill yet'
} as const satisfies Record<string, Phrase>;

/** Of a drill that is on. */
export function standingOf({ phase, struckAt, recoveredAt, strikes, ordered, now }: Glance): string {
	if (phase === 'warming') return t('Waiting until every graph is steady');
	if (phase === 'striking' || ordered) return t('The strike is on its way');
	if (phase === 'assessing') return t('Looking for lost writes');
	if (struckAt === null) return t('Steady. {done} of {of} strikes so far', strikes);
	if (recoveredAt === null) return t('Broken for {time}', { time: spoken(now - struckAt) });
	return recoveredAt === struckAt
		? t('It stood')
		: t('Well again after {time}', { time: spoken(recoveredAt - struckAt) });
}

/** Whether the last strike was noticed; empty before the first. */
export function noticeOf({ struckAt, noticed }: Glance): string {
	if (struckAt === null) return '';
	if (!noticed) return t('Not noticed yet');
	const time = spoken(noticed.at - struckAt);
	return noticed.by
		? t('Noticed by {name} after {time}', { name: noticed.by, time })
		: t('Noticed after {time}', { time });
}
