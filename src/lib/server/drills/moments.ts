/** What happened, in order, in words for whoever reads the report. */
import type { Moment } from '#lib/drills/report.ts';
import { spoken, type Figures } from '#lib/drills/figures.ts';
import { readLine } from '#lib/drills/live.ts';
import { t, told } from '#lib/words/index.ts';
import { eventsOf } from './events.ts';
import type { Facts } from './figures.ts';

export function momentsOf({ events }: Pick<Facts, 'events'>, figures: Figures): Moment[] {
	const moment = (kind: Moment['kind']) => (at: number, text: string) => ({ at, kind, text });
	const steady = eventsOf(events, 'steady').map(({ at }) => moment('steady')(at, t('All was steady')));
	const strikes = figures.strikes.map(({ at, title, second }) =>
		moment('strike')(at, second ? t('Second strike: {title}', { title: told(title) }) : told(title))
	);
	const noticed = eventsOf(events, 'noticed').map(({ at, text, by }) =>
		moment('noticed')(at, said(by, text ? t('Noticed: {words}', { words: text }) : t('Noticed')))
	);
	const log = eventsOf(events, 'log').map(({ at, text, by }) => moment('log')(at, said(by, readLine(text))));
	const handed = eventsOf(events, 'handed').map(({ at, from, to, note }) =>
		moment('handed')(at, t('{from} handed over to {to}: {note}', { from, to, note }))
	);
	const held = events.flatMap(({ kind, at }) =>
		kind === 'held' || kind === 'resumed'
			? [moment('held')(at, kind === 'held' ? t('Paused by whoever runs the day') : t('Goes on'))]
			: []
	);
	const recovered = eventsOf(events, 'recovered').map(({ how, recoveredAt, strike }) => {
		const after = figures.strikes[strike]?.toRecover ?? 0;
		const text = how === 'stood' ? t('It stood') : t('Well again after {time}', { time: spoken(after) });
		return moment('recovered')(recoveredAt, text);
	});
	const timeUp = eventsOf(events, 'timeUp').map(({ at }) => moment('end')(at, t('The time was up')));
	const end = eventsOf(events, 'assessed').map(({ at }) => moment('end')(at, t('The end')));
	return [...steady, ...strikes, ...noticed, ...log, ...handed, ...held, ...recovered, ...timeUp, ...end];
}

const said = (by: string | undefined, text: string) =>
	by ? t('{who}: {words}', { who: by, words: text }) : text;
