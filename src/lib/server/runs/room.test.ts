import { describe, expect, it } from 'vitest';
import type { Lab } from '#lib/server/labs/index.ts';
import { turnOf, usualLength } from './estimate.ts';
import { needFrom, roomFor, type House, type Need } from './room.ts';

const need = (memoryMiB: number, changes: Partial<Need> = {}): Need => ({
	...{ memoryMiB, diskMiB: 10, processors: 0.01 },
	...changes
});
const house = (changes: Partial<House> = {}): House => ({
	machine: { processors: 4, memoryMiB: 8192, memoryFreeMiB: 6000, diskFreeMiB: 50_000 },
	...{ total: 20, spoken: [], young: [] },
	...changes
});

describe('the room of a machine', () => {
	it('is what the operator allows, when there is plenty of everything', () => {
		expect(roomFor(house(), need(16))).toEqual({ more: 20, why: null });
		expect(roomFor(house({ spoken: Array(20).fill(need(16)) }), need(16))).toEqual({
			more: 0,
			why: 'places'
		});
	});

	it('keeps a share of the memory for the machine itself, so that nothing is swapped out', () => {
		// 8192 less 15 %: 6963; free now: 6000 less 1229.
		expect(roomFor(house(), need(1000)).more).toBe(4);
		expect(roomFor(house({ spoken: [need(6000)] }), need(1000))).toEqual({ more: 0, why: 'memory' });
	});

	it('counts what has just begun against what is free, because it will be taken', () => {
		expect(roomFor(house({ young: [need(3000)] }), need(1000)).more).toBe(1);
	});

	it('minds disk and processors too', () => {
		expect(roomFor(house(), need(16, { diskMiB: 30_000 })).more).toBe(1);
		expect(roomFor(house({ spoken: [need(1, { processors: 8 })] }), need(1)).why).toBe('processors');
	});

	it('is bounded by places alone while the engine has not told', () => {
		expect(roomFor(house({ machine: null }), need(1e6)).more).toBe(20);
	});
});

it('a lab nobody has measured needs all it may use, and a measured one what it was seen to, with a margin', () => {
	const lab = {
		hosts: [{ limits: { memoryMiB: 512, cpus: 1, pids: 9, diskMiB: 100 } }]
	} as unknown as Lab;
	expect(needFrom(lab, { memoryMiB: null, diskMiB: null, processors: null }).memoryMiB).toBe(512);
	expect(needFrom(lab, { memoryMiB: 100, diskMiB: 10, processors: 0.2 })).toEqual({
		...{ memoryMiB: 130, diskMiB: 13, processors: 0.2 }
	});
	expect(needFrom(lab, { memoryMiB: 500, diskMiB: 10, processors: 0.2 }).memoryMiB).toBe(512);
});

describe('the estimate', () => {
	const soon = Date.now() + 4 * 60_000;
	const later = Date.now() + 9 * 60_000;
	const full = house({ total: 2 });

	it('is the end that makes room for those before and oneself', () => {
		const [small, heavy] = [need(10), need(5000)];
		const there = [
			{ need: small, end: later },
			{ need: small, end: soon }
		];
		expect(turnOf({ house: full, there, line: [small] })).toBe(soon);
		expect(turnOf({ house: full, there, line: [small, small] })).toBe(later);
		const heavies = [{ need: heavy, end: soon }];
		expect(turnOf({ house: full, there: heavies, line: [heavy] })).toBe(soon);
	});

	it('says nothing when even an empty machine would not do', () => {
		expect(turnOf({ house: full, there: [], line: [need(9000)] })).toBeNull();
	});

	it('knows how long runs usually last only after a few of them', () => {
		expect(usualLength([5, 5, 5])).toBeNull();
		expect(usualLength([9, 1, 5, 7, 3])).toBe(5);
	});
});
