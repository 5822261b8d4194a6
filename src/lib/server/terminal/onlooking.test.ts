import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLOSED } from '#lib/terminal/protocol.ts';
import { Ground } from './testing.ts';

describe('terminals with somebody who looks on', () => {
	const ground = new Ground();
	afterEach(() => ground.close());
	const visit = (query?: string) => ground.visit(query);

	let [mayType, mayStay, came, left] = [false, true, 0, 0];
	beforeEach(async () => {
		await ground.open();
		[mayType, mayStay, came, left] = [false, true, 0, 0];
		const usual = ground.admit;
		ground.admit = async (request) => {
			const permit = await usual(request);
			if (typeof permit === 'number' || !request.url?.includes('watch')) return permit;
			const guest = {
				came: () => ((came += 1), () => void (left += 1)),
				mayStay: () => mayStay,
				mayType: () => mayType
			};
			return { ...permit, sessionId: 'ida', guest };
		};
	});
	const both = async () => {
		const learner = visit();
		await vi.waitFor(() => expect(learner.said).toHaveLength(1));
		const guest = visit('?watch=1&cols=300&rows=90');
		await vi.waitFor(() => expect(guest.said).toMatchObject([{ type: 'screen', cols: 100, rows: 30 }]));
		return { learner, guest };
	};

	it('show everything and let nothing through: no key, no size, no end', async () => {
		const { learner, guest } = await both();
		const sizes = ground.shell.sizes.length;
		guest.socket.send(Buffer.from('rm -rf /\r'));
		guest.socket.send(JSON.stringify({ type: 'resize', cols: 10, rows: 5 }));
		guest.socket.send(JSON.stringify({ type: 'end' }));
		ground.shell.print('seen by both');
		await Promise.all([learner.shows('seen by both'), guest.shows('seen by both')]);
		learner.socket.send(Buffer.from('ls\r'));
		await vi.waitFor(() => expect(ground.shell.typed).toBe('ls\r'));
		expect([ground.shell.sizes.length, ground.shell.closed, came]).toEqual([sizes, false, 1]);
	});

	it('let keys through only while it is allowed', async () => {
		const { guest } = await both();
		mayType = true;
		guest.socket.send(Buffer.from('yes'));
		await vi.waitFor(() => expect(ground.shell.typed).toBe('yes'));
		mayType = false;
		guest.socket.send(Buffer.from('no'));
		ground.shell.print('later');
		await guest.shows('later');
		expect(ground.shell.typed).toBe('yes');
	});

	it('open no shell for them, and close when they may not stay or sign out', async () => {
		const alone = visit('?watch=1');
		expect(await alone.closed).toBe(CLOSED.notOpen);
		expect(ground.shells).toHaveLength(0);

		const { guest } = await both();
		mayStay = false;
		expect(await guest.closed).toBe(CLOSED.notYours);
		await vi.waitFor(() => expect(left).toBe(1));

		mayStay = true;
		const again = visit('?watch=1');
		await vi.waitFor(() => expect(again.said).toHaveLength(1));
		ground.terminals.endSession('ida');
		expect(await again.closed).toBe(CLOSED.signedOut);
	});
});

it('a terminal of ones own closes when the machines have changed hands', async () => {
	const ground = new Ground();
	await ground.open();
	let mine = true;
	const usual = ground.admit;
	ground.admit = async (request) => {
		const permit = await usual(request);
		return typeof permit === 'number' ? permit : { ...permit, mayStay: () => mine };
	};
	const learner = ground.visit();
	await vi.waitFor(() => expect(learner.said).toHaveLength(1));
	mine = false;
	expect(await learner.closed).toBe(CLOSED.notYours);
	expect(ground.shell.closed).toBe(false); // it runs on for whoever has them now
	await ground.close();
});
