import { expect, test } from 'vitest';
import type { Objective } from '#lib/drills/figures.ts';
import { pointsOf } from './points.ts';

const objectives = (...states: [Objective['id'], Objective['state']][]) =>
	states.map(([id, state]) => ({ id, state }));
const strike = (second: boolean, toRecover: number | null) => ({ second, toRecover });
const ALL = objectives(['notice', 'met'], ['recover', 'met'], ['good', 'met'], ['writes', 'met']);

test('objectives share the points, and what could not be found out earns nothing', () => {
	expect(pointsOf({ points: 10 }, [strike(false, 900)], ALL)).toEqual({ earned: 10, of: 10 });
	const some = objectives(['notice', 'met'], ['recover', 'missed'], ['writes', 'unknown']);
	expect(pointsOf({ points: 10 }, [strike(false, 900)], some)).toEqual({ earned: 3.3, of: 10 });
	expect(pointsOf({ points: 0 }, [], ALL)).toBeNull();
	expect(pointsOf({ points: 5 }, [], [])).toBeNull();
});

test('a workaround that falls to the second strike loses what rests on it, not what was seen and kept', () => {
	const fallen = [strike(false, 900), strike(true, null)];
	const states = objectives(['notice', 'met'], ['recover', 'missed'], ['good', 'met'], ['writes', 'met']);
	expect(pointsOf({ points: 8 }, fallen, states)).toEqual({ earned: 4, of: 8 });
	expect(pointsOf({ points: 8 }, [fallen[0]!, strike(true, 0)], states)).toEqual({ earned: 6, of: 8 });
});
