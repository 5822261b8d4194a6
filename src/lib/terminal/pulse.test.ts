import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pulse } from './pulse.ts';

describe('the pulse of a line', () => {
	let asked = 0;
	let silent = 0;
	let pulse: Pulse;
	beforeEach(() => {
		vi.useFakeTimers();
		[asked, silent] = [0, 0];
		pulse = new Pulse({ ask: () => asked++, silent: () => silent++ });
		pulse.heard();
	});
	afterEach(() => void vi.useRealTimers());
	const passes = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

	it('is asked for when nothing has come for a while, and any answer will do', () => {
		passes(14);
		pulse.heard();
		passes(14);
		expect(asked).toBe(0);
		passes(1);
		expect(asked).toBe(1);
		passes(4);
		pulse.heard();
		passes(10);
		expect([asked, silent]).toEqual([1, 0]);
	});

	it('is given up when no answer comes, once, within half a minute', () => {
		passes(20);
		expect([asked, silent]).toEqual([1, 1]);
		passes(600);
		expect([asked, silent]).toEqual([1, 1]);
	});

	it('is asked for sooner when what was typed shows nothing, however much is typed', () => {
		for (let key = 0; key < 6; key++) {
			pulse.typed();
			passes(0.5);
		}
		expect(asked).toBe(1);
		for (let key = 0; key < 10; key++) {
			pulse.typed();
			passes(0.5);
		}
		expect(silent).toBe(1);
	});

	it('is asked for at once when the network changes', () => {
		pulse.ask();
		expect(asked).toBe(1);
		passes(5);
		expect(silent).toBe(1);
		pulse.ask(); // the line is given up, and nobody asks by it
		expect(asked).toBe(1);
	});

	it('is asked for again, and not given up, by a page that has slept', () => {
		pulse.ask();
		vi.setSystemTime(Date.now() + 3_600_000);
		passes(5);
		expect([asked, silent]).toEqual([2, 0]);
		passes(5);
		expect([asked, silent]).toEqual([2, 1]);
	});

	it('is nobody’s business once the line is closed', () => {
		pulse.stop();
		pulse.typed();
		passes(600);
		expect([asked, silent]).toEqual([0, 0]);
	});
});
