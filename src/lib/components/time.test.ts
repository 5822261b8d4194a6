import { describe, expect, it } from 'vitest';
import { spokenBetween, timeLeft } from './time.ts';

const MINUTE = 60_000;

describe('time left', () => {
	it.each([
		[72.9 * MINUTE, '1 h 12 min left'],
		[42 * MINUTE, '42 min left'],
		[59_000, 'under a minute left'],
		[0, 'time is up'],
		[-MINUTE, 'time is up']
	])('says %d ms as "%s"', (left, words) => expect(timeLeft(left)).toBe(words));

	it('is spoken when a threshold is passed, and only then', () => {
		expect(spokenBetween(5 * MINUTE + 500, 5 * MINUTE - 500)).toBe(5 * MINUTE);
		expect(spokenBetween(4 * MINUTE, 4 * MINUTE - 1000)).toBeNull();
		expect(spokenBetween(500, -500)).toBe(0);
	});

	it('is spoken once for all thresholds that passed while the laptop slept', () => {
		expect(spokenBetween(30 * MINUTE, 30_000)).toBe(MINUTE);
	});
});
