import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Watching, type Pace } from './watching.ts';

const SECOND = 1000;

describe('watching', () => {
	let looks: number[];
	let busy: number[];
	let isSeen: boolean;
	let more: boolean;
	let finish: (() => void)[];
	let watching: Watching;

	const open = (pace: Partial<Pace> = {}, slow = false) => {
		watching = new Watching({
			async look(runId) {
				looks.push(runId);
				if (slow) await new Promise<void>((resolve) => finish.push(resolve));
				return more;
			},
			isSeen: () => isSeen,
			onBusy: (runId) => busy.push(runId),
			onError: (error) => {
				throw error;
			},
			pace
		});
	};
	const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

	beforeEach(() => {
		vi.useFakeTimers();
		[looks, busy, finish, isSeen, more] = [[], [], [], true, true];
		open();
	});
	afterEach(() => vi.useRealTimers());

	it('looks shortly after Enter, then ever more rarely', async () => {
		watching.typed(1, true);
		await after(390);
		expect(looks).toHaveLength(0);
		await after(10);
		expect(looks).toHaveLength(1);
		await after(2 * SECOND);
		expect(looks).toHaveLength(2);
		await after(5 * SECOND);
		expect(looks).toHaveLength(3);
		await after(14 * SECOND);
		expect(looks).toHaveLength(3);
		await after(1 * SECOND);
		expect(looks).toHaveLength(4);
	});

	it('is not put off by more typing', async () => {
		for (let n = 0; n < 21; n++) {
			watching.typed(1, true);
			await after(100);
		}
		expect(looks).toHaveLength(1);
	});

	it('waits until the terminal has gone quiet, but not for ever', async () => {
		watching.typed(1, true);
		for (let n = 0; n < 10; n++) {
			await after(150);
			watching.printed(1);
		}
		expect(looks).toHaveLength(0); // 1.5 seconds of output
		await after(390);
		expect(looks).toHaveLength(0);
		await after(10);
		expect(looks).toHaveLength(1);

		watching.typed(1, true);
		for (let n = 0; n < 21; n++) {
			await after(100);
			watching.printed(1);
		}
		expect(looks).toHaveLength(2); // two seconds after Enter, in the midst of the output
	});

	it('looks again when a slow command is through, a few times', async () => {
		watching.typed(1, true);
		await after(500);
		expect(looks).toHaveLength(1);
		await after(800);
		watching.printed(1);
		await after(400);
		expect(looks).toHaveLength(2);
		for (let n = 0; n < 20; n++) {
			watching.printed(1); // a clock that ticks in the terminal
			await after(1000);
		}
		expect(looks.length).toBeLessThan(8);
	});

	it('takes the echo of keys for no command', async () => {
		watching.typed(1, true);
		await after(400);
		expect(looks).toHaveLength(1);
		for (let n = 0; n < 3; n++) {
			watching.typed(1, false);
			watching.printed(1);
			await after(500);
		}
		expect(looks).toHaveLength(1);
	});

	it('stops when nobody types, nobody looks on, or nothing is left to find', async () => {
		watching.typed(1, true);
		await after(200 * SECOND);
		const seen = looks.length;
		await after(600 * SECOND);
		expect(looks).toHaveLength(seen);

		isSeen = false;
		watching.typed(1, true);
		await after(60 * SECOND);
		expect(looks).toHaveLength(seen);

		[isSeen, more] = [true, false];
		watching.typed(1, true);
		await after(60 * SECOND);
		expect(looks).toHaveLength(seen + 1);
	});

	it('looks at a run once at a time, and again when Enter came meanwhile', async () => {
		open({}, true);
		watching.typed(1, true);
		await after(SECOND);
		watching.typed(1, true);
		watching.typed(1, true);
		await after(10 * SECOND);
		expect(looks).toHaveLength(1);
		finish.shift()?.();
		await after(700);
		expect(looks).toHaveLength(2);
	});

	it('says that it is busy when its budget is spent, and takes up again when it is not', async () => {
		open({ atOnce: 1, waiting: 1 }, true);
		for (const run of [1, 2, 3]) watching.typed(run, true);
		await after(SECOND);
		expect(looks).toEqual([1]);
		expect([1, 2, 3].map((run) => watching.isBusy(run))).toEqual([false, false, true]);
		expect(busy).toEqual([3]);
		finish.shift()?.();
		await after(0);
		finish.shift()?.();
		await after(2 * SECOND);
		expect(looks).toEqual([1, 2, 3]);
		expect(watching.isBusy(3)).toBe(false);
		expect(busy.filter((run) => run === 3)).toHaveLength(2);
	});

	it('forgets a run whose machines went away', async () => {
		watching.typed(1, true);
		watching.forget(1);
		await after(60 * SECOND);
		expect(looks).toHaveLength(0);
	});
});
