import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { CLOSED, MOST_SHELLS } from '#lib/terminal/protocol.ts';
import { Ground, ScriptedShell } from './testing.ts';

describe('terminals', () => {
	const ground = new Ground();
	beforeEach(() => ground.open());
	afterEach(() => ground.close());
	const visit = (query?: string) => ground.visit(query);

	it('carry keys in and output out', async () => {
		const visitor = visit();
		await vi.waitFor(() =>
			expect(visitor.said).toMatchObject([{ type: 'screen', fresh: true, cols: 100, rows: 30 }])
		);
		ground.shell.print('hello');
		await visitor.shows('hello');
		visitor.socket.send(Buffer.from('ls\r'));
		await vi.waitFor(() => expect(ground.shell.typed).toBe('ls\r'));
		expect(ground.shell.sizes.at(-1)).toEqual({ cols: 100, rows: 30 });
	});

	it('share one ground.shell, and show the whole screen to who comes later', async () => {
		const first = visit();
		ground.shell.print('\x1b[31mbefore\x1b[0m');
		await first.shows('before');
		const second = visit();
		await second.shows('before');
		expect(second.shown).toContain('\x1b[31m');
		expect(ground.shells).toHaveLength(1);
		ground.shell.print(' after');
		await Promise.all([first.shows(' after'), second.shows(' after')]);
		expect(second.shown.match(/before/g)).toHaveLength(1);
	});

	it('draw what was printed before the server started without asking the visitor to answer its questions', async () => {
		const past = 'old \x1b[c\x1b[6n text';
		Object.assign(ground.shell, { fresh: false, past: past.length });
		ground.shell.print(past);
		ground.shell.print(' and new');
		const visitor = visit();
		await visitor.shows('new');
		expect(visitor.shown).toContain('old  text');
		expect(visitor.shown).not.toContain('\x1b[6n');
		expect(ground.shell.typed).toBe('');
	});

	it('are not waited for when one falls behind; it gets the picture when it has caught up', async () => {
		const slow = visit();
		const quick = visit();
		await vi.waitFor(() => expect(quick.said).toHaveLength(1));
		slow.drawing = false;
		for (let n = 0; n < 40; n++) ground.shell.print(`${'x'.repeat(16 * 1024)}\r\n`);
		ground.shell.print('the last line');
		await quick.shows('the last line');
		expect(slow.shown.length).toBeLessThan(300 * 1024);
		slow.socket.send(JSON.stringify({ type: 'drawn', bytes: 300 * 1024 }));
		await slow.shows('the last line');
		expect(slow.said.length).toBeGreaterThan(1);
	});

	it('hold back a program whose only visitor does not draw', async () => {
		const visitor = visit();
		await vi.waitFor(() => expect(visitor.said).toHaveLength(1));
		visitor.drawing = false;
		for (let n = 0; n < 64; n++) ground.shell.print('y'.repeat(16 * 1024));
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(ground.shell.taken).toBeLessThan(200 * 1024);
		visitor.socket.send(JSON.stringify({ type: 'drawn', bytes: 128 * 1024 }));
		await vi.waitFor(() => expect(ground.shell.taken).toBeGreaterThan(200 * 1024));
	});

	it('keep the memory of the server flat through a flood, though one of two visitors has stalled', async () => {
		const MiB = 1024 ** 2;
		const piece = Buffer.from('a line of a flood\r\n'.repeat(3400));
		const printed = { wanted: 0, sum: 0 };
		ground.shell.output = {
			async *[Symbol.asyncIterator]() {
				while (!ground.shell.closed) {
					if (printed.sum >= printed.wanted) await new Promise((resolve) => setTimeout(resolve, 10));
					else yield Buffer.from(piece); // each in memory of its own
					if (printed.sum < printed.wanted) printed.sum += piece.length;
				}
			}
		};
		const [stalled, reading] = [visit(), visit()];
		await vi.waitFor(() => expect(stalled.said.length * reading.said.length).toBeGreaterThan(0));
		stalled.socket.pause(); // not a byte is taken from the network any more
		reading.socket.removeAllListeners('message');
		reading.socket.on('message', (data: Buffer, isBinary) => {
			if (isBinary) reading.socket.send(JSON.stringify({ type: 'drawn', bytes: data.length }));
		});
		const flood = async (size: number) => {
			printed.wanted += size;
			const end = () => expect(printed.sum).toBeGreaterThanOrEqual(printed.wanted);
			await vi.waitFor(end, { timeout: 90_000, interval: 50 });
		};
		await flood(32 * MiB); // what is needed for one is there now
		const before = process.memoryUsage().rss;
		await flood(192 * MiB);
		expect((process.memoryUsage().rss - before) / MiB).toBeLessThan(64);
		ground.shell.closed = true;
	}, 200_000);

	it('follow the size of whoever resized last, and tell the others', async () => {
		const first = visit('?cols=100&rows=30');
		const second = visit('?cols=80&rows=20');
		await vi.waitFor(() => expect(first.said).toContainEqual({ type: 'size', cols: 80, rows: 20 }));
		first.socket.send(JSON.stringify({ type: 'resize', cols: 120, rows: 40 }));
		await vi.waitFor(() => expect(second.said).toContainEqual({ type: 'size', cols: 120, rows: 40 }));
	});

	it('say why they close: the shell ended, or was lost', async () => {
		const visitor = visit();
		await vi.waitFor(() => expect(visitor.said).toHaveLength(1));
		ground.shell.print('end');
		expect(await visitor.closed).toBe(CLOSED.exited);

		ground.shell = new ScriptedShell();
		const other = visit();
		await vi.waitFor(() => expect(other.said).toHaveLength(1));
		ground.shell.print(new Error('connection lost'));
		expect(await other.closed).toBe(CLOSED.lost);
	});

	it('answer who asks whether anybody is there', async () => {
		const visitor = visit();
		await vi.waitFor(() => expect(visitor.said).toHaveLength(1));
		visitor.socket.send(JSON.stringify({ type: 'ask' }));
		await vi.waitFor(() => expect(visitor.said.at(-1)).toEqual({ type: 'here' }));
	});

	it('end a shell for everybody when its terminal is closed for good', async () => {
		const [one, other] = [visit(), visit()];
		await vi.waitFor(() => expect(one.said.length * other.said.length).toBeGreaterThan(0));
		expect(ground.shell.closed).toBe(false);
		one.socket.send(JSON.stringify({ type: 'end' }));
		expect(await Promise.all([one.closed, other.closed])).toEqual([CLOSED.exited, CLOSED.exited]);
		expect(ground.shell.closed).toBe(true);
	});

	it('refuse one shell more than a run may have, until another has ended', async () => {
		const open = (name: string) => {
			ground.shell = new ScriptedShell();
			return visit(`?shell=${name}`);
		};
		for (let n = 0; n < MOST_SHELLS; n++) {
			const visitor = open(`s${n}`);
			await vi.waitFor(() => expect(visitor.said).toHaveLength(1));
		}
		const reason = new Promise<string>((resolve) =>
			open('toomany').socket.once('close', (code, text: Buffer) => resolve(`${code} ${text.toString()}`))
		);
		expect(await reason).toMatch(/^4429 12 terminals are open .* Close one first\.$/);
		visit('?shell=s3'); // one that is open may be shared
		await vi.waitFor(() => expect(ground.visitors.at(-1)?.said).toHaveLength(1));

		ground.shells[0]?.print('end');
		expect(await ground.visitors[0]?.closed).toBe(CLOSED.exited);
		const next = open('next');
		await vi.waitFor(() => expect(next.said).toHaveLength(1));
	});

	it('close at once when the session they came with ends, and only those', async () => {
		const ada = visit();
		const bob = visit('?bob');
		await vi.waitFor(() => expect(ada.said.length * bob.said.length).toBeGreaterThan(0));
		ground.terminals.endSession('ada');
		expect(await ada.closed).toBe(CLOSED.signedOut);
		expect(bob.socket.readyState).toBe(WebSocket.OPEN);
	});

	it.each([401, 403, 404] as const)('refuse with %i who may not come in', async (status) => {
		ground.admit = async () => status;
		const visitor = visit();
		const seen = await new Promise((resolve) =>
			visitor.socket.once('unexpected-response', (_request, { statusCode }) => resolve(statusCode))
		);
		expect(seen).toBe(status);
	});

	it.each([
		['text that is not JSON', 'nonsense', 1007],
		['a message it does not know', '{"type":"root"}', 1007],
		['a size no screen has', '{"type":"resize","cols":1e9,"rows":1}', 1007],
		['a frame that is too long', Buffer.alloc(65 * 1024), 1009]
	])('survive %s', async (_name, message, code) => {
		const visitor = visit();
		await vi.waitFor(() => expect(visitor.said).toHaveLength(1));
		visitor.socket.send(message);
		expect([code, 1006]).toContain(await visitor.closed);
		const { port } = ground;
		expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('alive');
	});

	it('cut off a flood of keys', async () => {
		const visitor = visit();
		await vi.waitFor(() => expect(visitor.said).toHaveLength(1));
		for (let n = 0; n < 100; n++) visitor.socket.send(Buffer.alloc(60 * 1024));
		expect(await visitor.closed).toBe(1008);
	});
});
