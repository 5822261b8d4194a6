/** Between which two answers it was broken from outside, strike by strike: for the report's course of events. */
import type { Figures } from '#lib/drills/figures.ts';
import type { Moment } from '#lib/drills/report.ts';
import { t, told } from '#lib/words/index.ts';
import type { Facts } from './figures.ts';

export function badAnswers({ lab, asked }: Facts, { strikes }: Figures): Moment[] {
	const bad = asked
		.flatMap(({ samples }, index) =>
			samples.flatMap(({ at, outcome, note }) =>
				outcome === 'bad' ? [{ at, probe: lab.probes[index]!.title, note: told(note) }] : []
			)
		)
		.sort((one, other) => one.at - other.at);
	return strikes.flatMap(({ at: from, toRecover }, index): Moment[] => {
		const to = toRecover === null ? (strikes[index + 1]?.at ?? Infinity) : from + toRecover;
		const during = bad.filter(({ at }) => at >= from && at < to);
		const [first, last] = [during.at(0), during.at(-1)];
		if (!first || !last) return [];
		return [
			{ at: first.at, kind: 'bad', text: t('The first bad one: {probe}, {note}', first) },
			{ at: last.at, kind: 'bad', text: t('The last bad one: {probe}, {note}', last) }
		];
	});
}
