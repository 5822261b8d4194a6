import { describe, expect, it } from 'vitest';
import { clock, parseCast, playedAt, sizeIn, wayTo } from './cast.ts';

const head = { version: 2, width: 100, height: 30, timestamp: 1000 };
const cast = (...events: [number, string, string][]) =>
	parseCast([head, ...events].map((line) => JSON.stringify(line)).join('\n'));

describe('an asciicast', () => {
	it('is read with its size, its beginning and its marks', () => {
		const { cols, rows, startedAt, events, marks } = cast(
			[0.5, 'o', 'text'],
			[1, 'r', '80x24'],
			[1.5, 'm', 'passed: Done: The file'],
			[1.6, 'm', 'of another program'],
			[1.7, 'x', 'unknown']
		);
		expect([cols, rows, startedAt]).toEqual([100, 30, 1_000_000]);
		expect(events.map(({ kind, data }) => [kind, data])).toEqual([
			['output', 'text'],
			['size', '80x24']
		]);
		expect(marks).toMatchObject([
			{ at: 1.5, kind: 'passed', text: 'Done: The file' },
			{ kind: '', text: 'of another program' }
		]);
	});

	it('is played without its long pauses, and still tells when things really were', () => {
		const { events, marks, seconds } = cast([1, 'o', 'a'], [3601, 'o', 'b'], [3602, 'm', 'passed: c']);
		expect(events.map(({ at }) => at)).toEqual([1, 3]);
		expect(marks[0]).toMatchObject({ at: 4, really: 3602 });
		expect(seconds).toBe(4);
	});

	it('finds the moment of playing at which so much time had really passed', () => {
		const all = cast([1, 'o', 'a'], [3601, 'o', 'b'], [3602, 'o', 'c']);
		expect([0, 1, 1800, 3601, 9999].map((really) => playedAt(all, really))).toEqual([0, 1, 1, 3, 4]);
	});

	it('can be entered at any moment: on from here, from a whole picture, or from the beginning', () => {
		const all = cast([1, 'o', 'a'], [2, 'o', 'b'], [3, 'o', '\x1bcwhole'], [4, 'o', 'c'], [5, 'o', 'd']);
		expect(wayTo(all, 2, 0)).toEqual({ from: 0, to: 2 });
		expect(wayTo(all, 2, 1)).toEqual({ from: 1, to: 2 });
		expect(wayTo(all, 9, 0)).toEqual({ from: 2, to: 5 });
		expect(wayTo(all, 5, 4)).toEqual({ from: 4, to: 5 });
		expect(wayTo(all, 4, 5)).toEqual({ from: 2, to: 4 });
		expect(wayTo(all, 1, 5)).toEqual({ from: 0, to: 1 });
	});

	it('is refused with a sentence when it is something else', () => {
		expect(() => parseCast('{"version":1}')).toThrow(/version 2/);
		expect(() => parseCast('')).toThrow(/version 2/);
	});

	it('knows sizes and clocks', () => {
		expect(sizeIn('80x24')).toEqual({ cols: 80, rows: 24 });
		expect(sizeIn('80000x24')).toBeNull();
		expect([7, 754, 3723].map(clock)).toEqual(['0:07', '12:34', '1:02:03']);
	});
});
