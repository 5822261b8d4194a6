/**
 * When harm began and when it was over, read from what the probes saw. Pure arithmetic.
 *
 * An answer that is bad, or the third slow one within five, breaks a stretch. Recovered is the first
 * good answer of a stretch that nothing breaks, on every probe, for as long as the lab calls steady.
 * A gap neither breaks a stretch nor counts towards it.
 */
import { isGap, type Asked, type Sample } from '#lib/drills/samples.ts';

export interface Stretch {
	/** The first good answer of it has come. */
	at: number;
	/** The last moment at which it was known not to have begun: between the two nobody looked. */
	notBefore: number;
}

export interface Recovery {
	/** First broken moment after the strike; null when there was none. */
	harmedAt: number | null;
	/** Last broken moment seen so far. */
	lastBadAt: number | null;
	/** Null while it is not over. `stood` means that no harm ever showed. */
	end: ({ how: 'recovered' } & Stretch) | { how: 'stood'; at: number } | null;
}

export interface Question {
	/** From here on. */
	from: number;
	steadyMilliseconds: number;
	/** Harm that has not shown after this will not. */
	settleMilliseconds: number;
}

interface Seen extends Sample {
	probe: number;
	breaks: boolean;
}

interface Unbroken {
	/** Arrival of its first good answer. */
	since: number | null;
	/** Milliseconds that were really watched. */
	covered: number;
	last: number | null;
}

/** All probes have been steady together since when? Null when they are not yet. */
export function steadySince(probes: Asked[], from: number, steadyMilliseconds: number): Stretch | null {
	return walk(probes, { from, steadyMilliseconds, harmedOnly: false }).stretch;
}

export function recoveryOf(probes: Asked[], question: Question): Recovery {
	const { from, steadyMilliseconds, settleMilliseconds } = question;
	const { stretch, harmedAt, lastBadAt } = walk(probes, { from, steadyMilliseconds, harmedOnly: true });
	if (harmedAt !== null) {
		return { harmedAt, lastBadAt, end: stretch && { how: 'recovered', ...stretch } };
	}
	const watchedUntil = Math.min(...probes.map(({ samples }) => samples.at(-1)?.at ?? 0));
	const settled = watchedUntil >= from + settleMilliseconds && isWatched(probes, from, watchedUntil);
	return { harmedAt, lastBadAt, end: settled ? { how: 'stood', at: from } : null };
}

/** Half the time in a gap is no watching: nobody could say that nothing happened. */
const isWatched = (probes: Asked[], from: number, to: number) =>
	probes.every(({ samples, everyMilliseconds }) => {
		const seen = samples.filter(({ at }) => at >= from && at <= to).length;
		return seen * everyMilliseconds >= (to - from) / 2;
	});

function walk(
	probes: Asked[],
	{ from, steadyMilliseconds, harmedOnly }: { from: number; steadyMilliseconds: number; harmedOnly: boolean }
) {
	const unbroken = probes.map((): Unbroken => ({ since: null, covered: 0, last: null }));
	const harmed = new Set<number>();
	const state = {
		harmedAt: null as number | null,
		lastBadAt: null as number | null,
		stretch: null as Stretch | null
	};
	let brokenAt = from;
	for (const sample of inOrder(probes, from)) {
		if (sample.breaks) {
			harmed.add(sample.probe);
			state.harmedAt ??= sample.at;
			state.lastBadAt = sample.at;
			brokenAt = sample.at;
			unbroken.forEach((one) => Object.assign(one, { since: null, covered: 0 }));
		}
		goOn(unbroken[sample.probe]!, sample, probes[sample.probe]!.everyMilliseconds);
		if (harmedOnly && harmed.size === 0) continue;
		if (unbroken.every(({ since, covered }) => since !== null && covered >= steadyMilliseconds)) {
			const counted = unbroken.filter((_, probe) => !harmedOnly || harmed.has(probe));
			state.stretch = { at: Math.max(...counted.map(({ since }) => since ?? 0)), notBefore: brokenAt };
			return state;
		}
	}
	return state;
}

function goOn(one: Unbroken, sample: Seen, every: number) {
	if (one.since !== null && one.last !== null && !isGap(sample.at - one.last, every))
		one.covered += sample.at - one.last;
	if (one.since === null && sample.outcome === 'good') one.since = sample.at + sample.milliseconds;
	one.last = sample.at;
}

/** What was asked from `from` on, of all probes, in the order of asking. */
function inOrder(probes: Asked[], from: number): Seen[] {
	return probes
		.flatMap(({ samples }, probe) => {
			const after = samples.filter(({ at }) => at >= from);
			return after.map((sample, index) => ({ ...sample, probe, breaks: breaks(after, index) }));
		})
		.sort((a, b) => a.at - b.at);
}

const WINDOW = 5;
const SLOW_ONES = 3;

function breaks(samples: Sample[], index: number): boolean {
	const { outcome } = samples[index]!;
	if (outcome !== 'slow') return outcome === 'bad';
	const lately = samples.slice(Math.max(0, index - WINDOW + 1), index + 1);
	return lately.filter(({ outcome }) => outcome !== 'good').length >= SLOW_ONES;
}
