import { describe, expect, test } from 'vitest';
import { asText, atLeast, atMost, percentile, percentiles, unjudged } from '../tests/bench/figures.ts';
import { openSmallShell } from '../tests/bench/small-shell.ts';
import { pageData } from '../tests/bench/page-data.ts';

describe('Figures', () => {
	test('a percentile is one of the values, whatever their order', () => {
		const values = Array.from({ length: 100 }, (_, at) => 100 - at);
		expect(percentile(values, 0.5)).toBe(50);
		expect(percentile(values, 0.99)).toBe(99);
		expect(percentile([7], 0.95)).toBe(7);
		expect(percentiles([3, 1, 2], 0.5)).toEqual({ p50: 2 });
	});

	test('nothing measured is an error, not a zero', () => {
		expect(() => percentile([], 0.5)).toThrow('Nothing was measured');
	});
});

describe('Goals', () => {
	test('a goal that is just reached is met, and one just missed is not', () => {
		expect([atMost('p50', 1.15, 1.15).met, atMost('p50', 1.16, 1.15).met]).toEqual([true, false]);
		expect([atLeast('p50', 10, 10).met, atLeast('p50', 9.99, 10).met]).toEqual([true, false]);
	});

	test('a ratio that could not be made is not met', () => {
		expect([atMost('p50', NaN, 1).met, atLeast('p50', NaN, 1).met]).toEqual([false, false]);
	});

	test('a row says of each goal whether it is met, missed or not judged, with what was seen', () => {
		const goals = [atMost('p50', 0.5, 0.75), atMost('p99', 3.456, 3), unjudged(atLeast('median', 0.8, 1.35))];
		const figures = [
			{ who: 'ours' as const, what: 'the gateway', unit: 'ms' as const, values: { p50: 0.6512 } }
		];
		const text = asText({ row: 'echo', title: 'Echo.', figures, goals, notes: ['No ttyd.'] });
		expect(text).toContain('| ours | the gateway | p50 0.651 ms |');
		expect(text).toContain('- met: p50 ≤ 0.75 ×; seen 0.5 ×');
		expect(text).toContain('- **missed**: p99 ≤ 3 ×; seen 3.46 ×');
		expect(text).toContain('- not judged: median ≥ 1.35 ×; seen 0.8 ×');
		expect(text).toContain('No ttyd.');
	});
});

test('the data of a page is read out of the list SvelteKit sends it as', () => {
	const flat = [{ run: 1, course: 5, gone: -1 }, { id: 2, steps: 3 }, 42, [4], 'Starting', null];
	const text = JSON.stringify({ type: 'data', nodes: [{ type: 'skip' }, { type: 'data', data: flat }] });
	expect(pageData(text)).toEqual({ run: { id: 42, steps: ['Starting'] }, course: null, gone: undefined });
});

test('a peer that fails is not measured as a fast one', async () => {
	const shell = openSmallShell();
	await shell.run('true', 5);
	await expect(shell.run('test $((i % 2)) = 1', 5)).rejects.toThrow('2 of 5 failed');
	await shell.run('true');
	shell.close();
});
