/** Where one drill stands among others: every one a point, the middle half a box. Never a mean. */
import { t } from '#lib/words/index.ts';
import { spoken } from './figures.ts';
import type { Comparison } from './report.ts';

export const STRIP_WIDTH = 1000;
const MIDDLE = 34;
/** Fewer than these have no quarters worth drawing. */
const ENOUGH = 5;

export interface Strip {
	ticks: { x: number; text: string }[];
	points: { x: number; y: number; whose: Comparison['values'][number]['whose']; text: string }[];
	box: { from: number; middle: number; to: number } | null;
	/** The same in words. */
	summary: string;
}

export function stripOf({ values, among }: Comparison): Strip {
	const most = Math.max(1000, ...values.map(({ value }) => value)) * 1.04;
	const x = (value: number) => Math.round((value / most) * STRIP_WIDTH * 10) / 10;
	const all = values.map(({ value }) => value).sort((a, b) => a - b);
	const quarters = all.length >= ENOUGH ? [at(all, 0.25), at(all, 0.5), at(all, 0.75)] : null;
	return {
		ticks: ticksUpTo(most).map((value) => ({ x: x(value), text: spoken(value) })),
		// The last one drawn lies on top: this drill.
		points: values.map(({ value, whose }, index) => ({
			...{ x: x(value), whose, text: t(WHOSE[whose], { time: spoken(value) }) },
			y: whose === 'this' ? MIDDLE : MIDDLE + ((index * 37) % 23) - 11
		})),
		box: quarters && { from: x(quarters[0]!), middle: x(quarters[1]!), to: x(quarters[2]!) },
		summary: inWords(values, quarters, OTHERS[among])
	};
}

const WHOSE = {
	this: 'This drill: {time}',
	own: 'An earlier one of yours: {time}',
	other: 'Somebody else: {time}'
} as const;

const OTHERS = {
	class: '{n} drill of others in the class.|{n} drills of others in the class.',
	everybody: '{n} drill of others.|{n} drills of others.'
} as const;

const at = (sorted: number[], share: number) => sorted[Math.round((sorted.length - 1) * share)]!;

function inWords(
	values: Comparison['values'],
	quarters: number[] | null,
	ofOthers: (typeof OTHERS)[keyof typeof OTHERS]
): string {
	const own = values.filter(({ whose }) => whose === 'own').map(({ value }) => spoken(value));
	const now = values.find(({ whose }) => whose === 'this');
	const others = values.filter(({ whose }) => whose === 'other').length;
	return [
		now ? t('This drill: {time}.', { time: spoken(now.value) }) : t('Not reached in this drill.'),
		own.length > 0 ? t('Your others: {times}.', { times: own.slice(0, 8).join(', ') }) : '',
		others > 0 ? t(ofOthers, { n: others }) : '',
		quarters
			? t('The middle half of all lies between {low} and {high}.', {
					low: spoken(quarters[0]!),
					high: spoken(quarters[2]!)
				})
			: ''
	]
		.filter(Boolean)
		.join(' ');
}

function ticksUpTo(most: number): number[] {
	const step = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200].find((one) => most / 1000 / one <= 6) ?? 3600;
	return Array.from({ length: Math.floor(most / 1000 / step) + 1 }, (_, n) => n * step * 1000);
}
