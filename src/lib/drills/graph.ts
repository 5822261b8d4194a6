/** A probe's last minutes as strokes of a drawing, and as a sentence. */
import { t, told, type Phrase } from '#lib/words/index.ts';
import { spoken } from './figures.ts';
import { SHOWN_MILLISECONDS, shownAt, type LiveProbe } from './live.ts';
import { spansOf, tally, type Outcome, type SpanState } from './samples.ts';

/** Of the drawing's own units. */
export const WIDTH = 600;
export const HEIGHT = 72;
const LEAST = 3;

export interface Strokes {
	good: string;
	slow: string;
	bad: string;
	/** The heads of bad ones. */
	tips: string;
	unknown: { x: number; width: number }[];
	/** Where slow begins. */
	slowLine: number;
	/** Whole minutes before now. */
	minutes: number[];
}

export function strokesOf(probe: LiveProbe, now: number): Strokes {
	const shown = shownAt(now);
	const from = now - shown;
	const x = (at: number) => round(((at - from) / shown) * WIDTH);
	const y = (milliseconds: number) => round(HEIGHT - heightOf(milliseconds, probe.timeoutMilliseconds));
	const paths: Record<Outcome, string[]> = { good: [], slow: [], bad: [] };
	const tips: string[] = [];
	for (const { at, outcome, milliseconds } of probe.samples) {
		if (at < from) continue;
		const top = outcome === 'bad' ? 0 : y(milliseconds);
		paths[outcome].push(`M${x(at)} ${HEIGHT}V${top}`);
		if (outcome === 'bad') tips.push(`M${x(at)} 0V5`);
	}
	return {
		...{ good: paths.good.join(''), slow: paths.slow.join(''), bad: paths.bad.join(''), tips: tips.join('') },
		unknown: gaps(probe, now).map((gap) => ({ x: x(gap.from), width: round(x(gap.to) - x(gap.from)) })),
		slowLine: y(probe.slowMilliseconds),
		minutes: Array.from({ length: Math.floor(shown / 60_000) }, (_, n) => x(now - (n + 1) * 60_000))
	};
}

/** Between the first answer and the last question that must have been answered. */
function gaps(probe: LiveProbe, now: number) {
	const first = probe.samples[0]?.at;
	if (first === undefined) return [];
	const to = now - probe.timeoutMilliseconds - probe.everyMilliseconds;
	return spansOf(probe, Math.max(first, now - shownAt(now)), to).filter(({ state }) => state === 'unknown');
}

/** Ten times as long is a step higher, so that 2 ms and 2 s are both to be seen. */
function heightOf(milliseconds: number, most: number): number {
	const share = Math.log10(1 + milliseconds) / Math.log10(1 + most);
	return Math.max(LEAST, Math.min(1, share) * HEIGHT);
}

const round = (n: number) => Math.round(n * 10) / 10;

export interface Summary {
	state: SpanState;
	/** How it is, and since when. */
	now: string;
	/** How it was in the minutes shown. */
	past: string;
}

const WORDS = {
	good: 'good',
	slow: 'slow',
	bad: 'no good answer',
	unknown: 'not known'
} as const satisfies Record<SpanState, Phrase>;

export function summaryOf(probe: LiveProbe, now: number): Summary {
	const last = probe.samples.at(-1);
	const from = now - SHOWN_MILLISECONDS;
	const { good, slow, bad } = tally(probe.samples, from, Infinity);
	const past = last
		? [
				t('In the last minutes: {good} good, {slow} slow, {bad} bad.', { good, slow, bad }),
				bad > 0 ? lastBad(probe, now) : ''
			]
				.filter(Boolean)
				.join(' ')
		: t('No answers yet.');
	const silent = !last || now - last.at > probe.timeoutMilliseconds + 4 * probe.everyMilliseconds + 3000;
	if (silent) return { state: 'unknown', now: t(WORDS.unknown), past };
	let since = probe.samples.length - 1;
	while (since > 0 && probe.samples[since - 1]?.outcome === last.outcome) since--;
	const stretch = now - probe.samples[since]!.at;
	const [state, time] = [t(WORDS[last.outcome]), spoken(Math.max(0, stretch))];
	return {
		state: last.outcome,
		now:
			last.outcome === 'bad'
				? t('{state} ({note}), for {time}', { state, note: told(last.note), time })
				: t('{state}, {milliseconds} ms, for {time}', { state, milliseconds: last.milliseconds, time }),
		past
	};
}

function lastBad(probe: LiveProbe, now: number): string {
	const sample = probe.samples.findLast(({ outcome }) => outcome === 'bad');
	if (!sample) return '';
	const time = spoken(Math.max(0, now - sample.at));
	return t('Last bad: {time} ago, {note}.', { time, note: told(sample.note) });
}
