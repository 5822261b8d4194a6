/**
 * Answers to a probe, and what can be said of a stretch of them. Shared by the server, which judges,
 * and the browser, which draws: both mean the same by good, slow, bad and unknown.
 *
 * Moments are milliseconds of the drill's own clock. Where there is no answer nothing is known; a
 * gap is never counted as an outage.
 */

export type Outcome = 'good' | 'slow' | 'bad';

export interface Sample {
	/** When the question was sent. */
	at: number;
	outcome: Outcome;
	/** Until the answer was there, or given up. */
	milliseconds: number;
	/** Why it was bad, in a few words. */
	note: string;
}

/** How often a probe asks decides what is a gap. */
export interface Asked {
	everyMilliseconds: number;
	samples: Sample[];
}

export type SpanState = Outcome | 'unknown';

export interface Span {
	state: SpanState;
	from: number;
	to: number;
}

/** More than this many intervals without an answer are a gap. */
const GAP_INTERVALS = 2.5;

export const isGap = (milliseconds: number, every: number) => milliseconds > GAP_INTERVALS * every;

/** The stretch from `from` to `to` without holes: equal states next to each other are one span. */
export function spansOf({ everyMilliseconds: every, samples }: Asked, from: number, to: number): Span[] {
	const spans: Span[] = [];
	const add = (state: SpanState, begin: number, end: number) => {
		const [a, b] = [Math.max(begin, from), Math.min(end, to)];
		if (b <= a) return;
		const last = spans.at(-1);
		if (last?.state === state && last.to >= a) last.to = b;
		else spans.push({ state, from: a, to: b });
	};
	let known = from;
	samples.forEach(({ at, outcome }, index) => {
		if (at > known) add('unknown', known, at);
		const next = samples[index + 1]?.at ?? at + every;
		known = Math.max(known, isGap(next - at, every) ? at + every : next);
		add(outcome, at, known);
	});
	add('unknown', known, to);
	return spans;
}

export interface Tally {
	good: number;
	slow: number;
	bad: number;
}

export function tally(samples: Sample[], from: number, to: number): Tally {
	const count = { good: 0, slow: 0, bad: 0 };
	for (const { at, outcome } of samples) if (at >= from && at < to) count[outcome]++;
	return count;
}

/** Share of good answers among those that were given or missed; null when nothing was asked. */
export function goodShare({ good, slow, bad }: Tally): number | null {
	const all = good + slow + bad;
	return all === 0 ? null : good / all;
}
