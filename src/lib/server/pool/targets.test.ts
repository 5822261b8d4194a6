import { expect, it } from 'vitest';
import { targets } from './targets.ts';

const HOUR = 3_600_000;
const starts = (labId: string, ...hoursAgo: number[]) =>
	hoursAgo.map((hours) => ({ labId, startedAt: new Date(100 * HOUR - hours * HOUR) }));
const wanted = (all: ReturnType<typeof starts>, most: number, expected: [string, number][] = []) =>
	Object.fromEntries(
		targets(all, {
			...{ now: 100 * HOUR, most },
			expected: new Map(expected.map(([labId, count]) => [labId, { count }]))
		})
	);

it('as many wait as were started lately, and old starts are forgotten', () => {
	expect(wanted(starts('dns', 0, 0, 0), 9)).toEqual({ dns: 3 });
	expect(wanted(starts('dns', 2, 2), 9)).toEqual({ dns: 1 });
	expect(wanted(starts('dns', 12), 9)).toEqual({});
	expect(wanted([], 9)).toEqual({});
});

it('no more wait than the operator allows, the most wanted first', () => {
	expect(wanted([...starts('dns', 1, 1), ...starts('disk', 0, 0, 0, 0)], 5)).toEqual({ disk: 4, dns: 1 });
	expect(wanted(starts('dns', 0, 0), 0)).toEqual({});
});

it('a class that is about to begin is expected', () => {
	expect(wanted(starts('dns', 0), 40, [['disk', 30]])).toEqual({ disk: 30, dns: 1 });
});
