import { expect, test } from 'vitest';
import { toldFigures } from '#lib/drills/figures.ts';
import type { Sample } from '#lib/drills/samples.ts';
import type { Drill } from '#lib/server/labs/index.ts';
import { learnLanguages, speakIn } from '#lib/server/languages.ts';
import { badAnswers } from './bad-answers.ts';
import { phaseOf, type DrillEvent } from './events.ts';
import { figuresOf, type Facts } from './figures.ts';
import { planOf, soonest } from './plan.ts';

const DRILL: Drill = {
	...{ steadySeconds: 5, warmUpSeconds: 60, settleSeconds: 10, limitSeconds: 600, needs: [], rescue: [] },
	...{ workarounds: [], intact: ['keep/config'] },
	strikes: [{ faults: ['gone'], window: { fromSeconds: 10, toSeconds: 20 } }],
	second: { how: 'reboot', hosts: ['web'], window: { fromSeconds: 5, toSeconds: 5 } },
	points: 10,
	objectives: { noticeSeconds: 20, recoverSeconds: 60, goodShare: 0.5, keepsWrites: true }
};
const probe = {
	...{ id: 'orders', title: 'Orders' },
	...{ everyMilliseconds: 1000, timeoutMilliseconds: 1000, slowMilliseconds: 500 }
};

/** Struck at 20 s, down until 50 s; struck again at 70 s, and it stands. */
const PLAYED: DrillEvent[] = [
	{ kind: 'noticed', at: 4000, text: 'a false alarm' },
	{ kind: 'steady', at: 10_000 },
	{ kind: 'striking', at: 20_000, strike: 0, how: 'fault', fault: 'gone' },
	{ kind: 'struck', at: 20_000, strike: 0, until: 20_100 },
	{ kind: 'noticed', at: 32_000, text: '' },
	{
		kind: 'recovered',
		at: 57_000,
		strike: 0,
		how: 'recovered',
		recoveredAt: 50_000,
		notBefore: 49_000,
		harmedAt: 20_500
	},
	{ kind: 'striking', at: 70_000, strike: 1, how: 'reboot', fault: null },
	{ kind: 'struck', at: 70_000, strike: 1, until: 72_000 },
	{
		kind: 'recovered',
		at: 81_000,
		strike: 1,
		how: 'stood',
		recoveredAt: 70_000,
		notBefore: 70_000,
		harmedAt: null
	},
	{
		...{ kind: 'assessed', at: 84_000 },
		writes: { orders: { acknowledged: 40, found: 40, lost: 0, unknown: 0, lostAt: [] } },
		intact: [{ check: 'keep/config', title: 'The settings', verdict: 'pass', message: '' }]
	}
];

const samples: Sample[] = Array.from({ length: 84 }, (_, second) => ({
	...{ at: second * 1000, milliseconds: 3, note: '' },
	outcome: second >= 20 && second < 50 ? 'bad' : 'good'
}));

const facts = (events: DrillEvent[]): Facts => ({
	...{ events, plan: planOf(DRILL, soonest), asked: [{ everyMilliseconds: 1000, samples }] },
	lab: { title: 'Shop', drill: DRILL, probes: [probe], faults: { gone: 'The store was killed' } }
});

const states = (events: DrillEvent[]) =>
	Object.fromEntries(figuresOf(facts(events)).objectives.map(({ id, state }) => [id, state]));

const changed = (kind: DrillEvent['kind'], change: (event: DrillEvent) => object | null) =>
	PLAYED.flatMap((event) => (event.kind === kind ? ((change(event) ?? []) as DrillEvent) : event));

test('times run from the strike, and every strike is named', () => {
	const { strikes, falseAlarms, goodShare } = figuresOf(facts(PLAYED));
	expect(strikes[0]).toMatchObject({
		title: 'The store was killed',
		toNotice: 12_000,
		toRecover: 30_000,
		uncertain: 1000
	});
	expect(strikes[1]).toMatchObject({ title: 'Restart of web', second: true, stood: true, toRecover: 0 });
	expect(falseAlarms).toBe(1);
	expect(goodShare).toBeCloseTo(34 / 64);
});

test('the report names the first and the last bad answer after each strike, and none where it stood', () => {
	const played = facts(PLAYED);
	const noted = samples.map((sample) => (sample.outcome === 'bad' ? { ...sample, note: 'refused' } : sample));
	const all = { ...played, asked: [{ everyMilliseconds: 1000, samples: noted }] };
	expect(badAnswers(all, figuresOf(all))).toEqual([
		{ at: 20_000, kind: 'bad', text: 'The first bad one: Orders, refused' },
		{ at: 49_000, kind: 'bad', text: 'The last bad one: Orders, refused' }
	]);
	expect(badAnswers({ ...all, asked: [{ everyMilliseconds: 1000, samples: [] }] }, figuresOf(all))).toEqual(
		[]
	);
});

test('a repair that stands meets every objective', () => {
	expect(states(PLAYED)).toEqual({
		notice: 'met',
		recover: 'met',
		good: 'met',
		writes: 'met',
		intact: 'met'
	});
});

test('objectives are kept in English, whoever ended the drill, and told with the figures of who reads', () => {
	learnLanguages();
	const { objectives } = speakIn('fr', () => figuresOf(facts(PLAYED)));
	expect(objectives).toEqual(figuresOf(facts(PLAYED)).objectives);
	const told = speakIn('fr', () =>
		objectives.map(({ title, result }) => `${toldFigures(title)} ; ${toldFigures(result)}`)
	);
	expect(told).toEqual([
		'Remarqué en moins de 20 s ; 12 s',
		'Rétabli en moins de 1 min 00 s, chaque fois ; 30 s',
		'Au moins 50,0 % de bonnes réponses ; 53,1 %',
		'Aucune écriture confirmée perdue ; Toutes les 40 sont là',
		'Rien d’autre n’est endommagé ; Tout est comme avant'
	]);
});

test('a workaround that the second strike fells misses', () => {
	const felled = [
		...PLAYED.filter((event) => event.at < 80_000),
		{ kind: 'timeUp', at: 99_000 } as const,
		PLAYED.at(-1)!
	];
	expect(states(felled).recover).toBe('missed');
});

test('what nobody noticed, or noticed too late, misses', () => {
	expect(states(changed('noticed', () => null)).notice).toBe('missed');
	expect(states(changed('noticed', (event) => ({ ...event, at: 49_000 }))).notice).toBe('missed');
});

test('lost writes miss; writes that could not be looked for are not known, and so not kept', () => {
	const writes = (lost: number, unknown: number) =>
		changed('assessed', (event) => ({
			...event,
			writes: { orders: { acknowledged: 40, found: 40 - lost - unknown, lost, unknown, lostAt: [] } }
		}));
	expect(states(writes(1, 3)).writes).toBe('missed');
	expect(states(writes(0, 3)).writes).toBe('unknown');
});

test('a check that fails afterwards is collateral damage; one that broke is not known', () => {
	const intact = (verdict: string) =>
		changed('assessed', (event) => ({
			...event,
			intact: [{ check: 'keep/config', title: 'The settings', verdict, message: '' }]
		}));
	expect(states(intact('fail')).intact).toBe('missed');
	expect(states(intact('error')).intact).toBe('unknown');
});

test('an untouched drill misses what counts', () => {
	const untouched: DrillEvent[] = [
		...PLAYED.slice(1, 4),
		{ kind: 'timeUp', at: 620_000 },
		{ ...PLAYED.at(-1)!, at: 621_000 }
	];
	expect(states(untouched)).toMatchObject({ notice: 'missed', recover: 'missed' });
});

test('the phase follows from the facts, also after a crash between a strike and its row', () => {
	const phases = PLAYED.map((_, count) => phaseOf(PLAYED.slice(0, count), 2).name);
	expect(phases).toEqual([
		'warming',
		'warming',
		'waiting',
		'striking',
		'struck',
		'struck',
		'waiting',
		'striking',
		'struck',
		'assessing'
	]);
	expect(phaseOf(PLAYED, 2).name).toBe('over');
	expect(phaseOf(PLAYED.slice(0, 6), 2)).toEqual({ name: 'waiting', strike: 1, since: 57_000 });
});

test('moments are drawn from their windows, all of them', () => {
	const moments = Array.from({ length: 400 }, () => planOf(DRILL).strikes[0]!.afterMilliseconds);
	expect(Math.min(...moments)).toBeGreaterThanOrEqual(10_000);
	expect(Math.max(...moments)).toBeLessThanOrEqual(20_000);
	expect(new Set(moments).size).toBeGreaterThan(300);
});
