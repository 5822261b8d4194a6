import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { doorkeeper, type Guarded } from './doorkeeper.ts';
import type { Lab } from './labs/index.ts';

const origin = 'http://localhost:3000';
const request = (host = 'box') =>
	({ url: `/terminal/7/${host}/main`, headers: { origin, cookie: 'c' } }) as IncomingMessage;

function open(lab: Lab | null) {
	const typed: boolean[] = [];
	let touched = 0;
	const admit = doorkeeper({
		origin,
		auth: { session: async () => ({ sessionId: 's', user: { id: 1 } }) },
		runs: {
			sandboxFor: async () => ({ run: { id: 7, generation: 1 }, sandbox: { hosts: ['box', 'judge'] } }),
			labOf: () => lab,
			touch: () => touched++,
			typed: (_run: number, enter: boolean) => typed.push(enter)
		},
		recordings: { record: () => null },
		onlookers: () => 404
	} as unknown as Guarded);
	return { admit, typed, touched: () => touched };
}

const lab = {
	hosts: [
		{ name: 'box', hidden: false },
		{ name: 'judge', hidden: true }
	]
} as Lab;

describe('the doorkeeper', () => {
	it('opens the hosts that the version at work shows, and no others', async () => {
		const { admit } = open(lab);
		expect(await admit(request('box'))).toMatchObject({ key: '7/1/box/main' });
		expect(await admit(request('judge'))).toBe(404);
		expect(await admit(request('elsewhere'))).toBe(404);
	});

	it('opens nothing when it does not know what is hidden', async () => {
		expect(await open(null).admit(request('box'))).toBe(404);
	});

	it('tells Enter from other keys, and does not write a row for each of them', async () => {
		const { admit, typed, touched } = open(lab);
		const permit = await admit(request());
		if (typeof permit === 'number') throw new Error('refused');
		for (const keys of ['l', 's', '\r', '\x1b[A', 'pasted\rlines\r']) permit.onTyped(Buffer.from(keys));
		expect(typed).toEqual([false, false, true, false, true]);
		expect(touched()).toBe(1);
	});
});
