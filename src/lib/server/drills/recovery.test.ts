import { expect, test } from 'vitest';
import { goodShare, spansOf, tally, type Asked, type Sample } from '#lib/drills/samples.ts';
import { recoveryOf, steadySince } from './recovery.ts';

const EVERY = 500;
const QUESTION = { from: 20_000, steadyMilliseconds: 10_000, settleMilliseconds: 15_000 };

/** What a probe sees of a service that is down in these stretches, when it has no turn in those. */
function seen(
	down: [number, number][],
	{ until = 90_000, gaps = [] as [number, number][], phase = 0, every = EVERY } = {}
): Asked {
	const samples: Sample[] = [];
	const within = (at: number, stretches: [number, number][]) => stretches.some(([a, b]) => at >= a && at < b);
	for (let at = phase; at < until; at += every) {
		if (within(at, gaps)) continue;
		samples.push({ at, outcome: within(at, down) ? 'bad' : 'good', milliseconds: 4, note: '' });
	}
	return { everyMilliseconds: every, samples };
}

/** Numbers that look random and are the same every time. */
function* draws(seed: number): Generator<number> {
	for (let state = seed; ;) {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		yield state / 2_147_483_648;
	}
}

test('on two hundred scripted outages harm and recovery are within one interval of the truth', () => {
	const draw = draws(7);
	const next = (least: number, most: number) => least + (draw.next().value as number) * (most - least);
	for (let round = 0; round < 200; round++) {
		const every = next(200, 2000);
		const harm = QUESTION.from + next(0, 8000);
		const end = harm + next(2.2 * every, 30_000);
		const probes = [
			seen([[harm, end]], { phase: next(0, every), every, until: 120_000 }),
			seen([[harm + 700, end - every]].filter(([a, b]) => a! < b!) as [number, number][], {
				phase: next(0, every),
				every,
				until: 120_000
			})
		];
		const recovery = recoveryOf(probes, QUESTION);
		expect(Math.abs(recovery.harmedAt! - harm)).toBeLessThanOrEqual(every);
		expect(recovery.end?.how).toBe('recovered');
		expect(Math.abs(recovery.end!.at - end)).toBeLessThanOrEqual(every + 4);
	}
});

test('a service that comes back for a moment and falls again has not recovered', () => {
	const flaps = seen([
		[21_000, 30_000],
		[36_000, 41_000]
	]);
	expect(recoveryOf([flaps], QUESTION).end).toMatchObject({ how: 'recovered', at: 41_004 });
	expect(recoveryOf([seen([[21_000, 85_000]])], QUESTION).end).toBeNull();
});

test('one bad answer breaks the stretch, also when another probe saw it', () => {
	const one = seen([[21_000, 24_000]]);
	const other = seen([[30_000, 30_001]], { phase: 0 });
	expect(recoveryOf([one, other], QUESTION).end!.at).toBe(30_504);
});

test('a gap is unknown: it is no outage, and no proof of health either', () => {
	const paused = seen([], { gaps: [[22_000, 60_000]] });
	const { harmedAt, end } = recoveryOf([paused], QUESTION);
	expect(harmedAt).toBeNull();
	expect(end).toBeNull(); // nobody watched: that it stood is not known
	expect(tally(paused.samples, 20_000, 90_000).bad).toBe(0);
	expect(spansOf(paused, 20_000, 62_000)).toEqual([
		{ state: 'good', from: 20_000, to: 22_000 },
		{ state: 'unknown', from: 22_000, to: 60_000 },
		{ state: 'good', from: 60_000, to: 62_000 }
	]);
});

test('a gap in the middle of a recovery says between which moments it lies', () => {
	const asked = seen([[21_000, 40_000]], { gaps: [[30_000, 50_000]] });
	expect(recoveryOf([asked], QUESTION).end).toEqual({ how: 'recovered', at: 50_004, notBefore: 29_500 });
});

test('time that nobody watched does not count as steady', () => {
	const asked = seen([], { until: 30_000, gaps: [[3000, 24_500]] });
	expect(steadySince([asked], 0, 10_000)).toBeNull();
	expect(steadySince([seen([], { until: 12_000 })], 0, 10_000)).toEqual({ at: 4, notBefore: 0 });
});

test('a service that no strike could harm has stood, once harm would have shown', () => {
	expect(recoveryOf([seen([], { until: 34_000 })], QUESTION).end).toBeNull();
	expect(recoveryOf([seen([], { until: 40_000 })], QUESTION)).toEqual({
		harmedAt: null,
		lastBadAt: null,
		end: { how: 'stood', at: 20_000 }
	});
});

test('now and then a slow answer is life, three of five are harm', () => {
	const asked = seen([]);
	const slow = (every: number): Asked => ({
		...asked,
		samples: asked.samples.map((sample, n) =>
			sample.at > 22_000 && n % every === 0 ? { ...sample, outcome: 'slow' as const } : sample
		)
	});
	expect(recoveryOf([slow(5)], QUESTION).harmedAt).toBeNull();
	expect(recoveryOf([slow(1)], QUESTION).harmedAt).toBe(23_500);
});

test('what was broken before the strike is not its harm', () => {
	expect(recoveryOf([seen([[10_000, 18_000]])], QUESTION).harmedAt).toBeNull();
});

test('the share of good answers counts answers, and nothing is no share', () => {
	expect(goodShare({ good: 3, slow: 1, bad: 0 })).toBe(0.75);
	expect(goodShare({ good: 0, slow: 0, bad: 0 })).toBeNull();
});
