import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { CLOSED, MOST_SHELLS } from '#lib/terminal/protocol.ts';
import type { Shell, WindowSize } from '#lib/server/sandbox/index.ts';
import { openTerminals, type Admit, type Terminals } from './index.ts';

/** A shell that prints what a test tells it to, and remembers what was done to it. */
class ScriptedShell implements Shell {
	fresh = true;
	lostOutput = false;
	from = 0;
	past = 0;
	typed = '';
	sizes: WindowSize[] = [];
	taken = 0;
	#queue: (Uint8Array | Error | 'end')[] = [];
	#wake = () => {};

	print(text: string | Uint8Array | Error | 'end') {
		this.#queue.push(typeof text === 'string' && text !== 'end' ? Buffer.from(text) : (text as Uint8Array));
		this.#wake();
	}
	output = { [Symbol.asyncIterator]: () => this.#pieces() };
	async *#pieces(): AsyncGenerator<Uint8Array, void> {
		for (;;) {
			const next = this.#queue.shift();
			if (next === undefined) await new Promise<void>((resolve) => (this.#wake = resolve));
			else if (next === 'end') return;
			else if (next instanceof Error) throw next;
			else {
				this.taken += next.length;
				yield next;
			}
		}
	}
	write = (bytes: Uint8Array) => void (this.typed += Buffer.from(bytes).toString());
	resize = (size: WindowSize) => void this.sizes.push(size);
	leave = () => this.print('end');
	closed = false;
	close = () => {
		this.closed = true;
		this.print('end');
	};
}

/** What a browser would have on its screen, as text, and all that was said to it. */
class Visitor {
	readonly socket: WebSocket;
	shown = '';
	said: { type: string; fresh?: boolean }[] = [];
	drawing = true;
	closed: Promise<number>;

	constructor(url: string) {
		this.socket = new WebSocket(url);
		this.socket.on('message', (data: Buffer, isBinary) => {
			if (!isBinary) {
				const message = JSON.parse(data.toString()) as { type: string };
				if (message.type === 'screen') this.shown = '';
				return this.said.push(message);
			}
			this.shown += data.toString();
			if (this.drawing) this.socket.send(JSON.stringify({ type: 'drawn', bytes: data.length }));
		});
		this.socket.on('error', () => {});
		this.closed = new Promise((resolve) => this.socket.once('close', (code) => resolve(code)));
	}
	shows = (text: string) => vi.waitFor(() => expect(this.shown).toContain(text), { timeout: 3000 });
}

describe('terminals', () => {
	let server: Server,
		terminals: Terminals,
		shell: ScriptedShell,
		shells: ScriptedShell[],
		visitors: Visitor[];
	let admit: Admit;

	beforeEach(async () => {
		shells = [];
		visitors = [];
		shell = new ScriptedShell();
		admit = async ({ url }) => ({
			sessionId: url?.includes('bob') ? 'bob' : 'ada',
			run: 'run/1',
			key: `run/1/box/${/shell=(\w+)/.exec(url ?? '')?.[1] ?? 'main'}`,
			open: async () => {
				shells.push(shell);
				return shell;
			},
			recording: () => null,
			onTyped: () => {}
		});
		terminals = openTerminals({
			admit: (request) => admit(request),
			log: pino({ level: 'silent' }),
			folder: null
		});
		server = createServer((_request, response) => response.end('alive'));
		server.on('upgrade', (...args) => terminals.upgrade(...args));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});
	afterEach(async () => {
		for (const { socket } of visitors) socket.terminate();
		await terminals.close();
		server.close();
	});

	const visit = (query = '?cols=100&rows=30') => {
		const visitor = new Visitor(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/terminal${query}`);
		visitors.push(visitor);
		return visitor;
	};

	it('carry keys in and output out', async () => {
		const visitor = visit();
		await vi.waitFor(() =>
			expect(visitor.said).toMatchObject([{ type: 'screen', fresh: true, cols: 100, rows: 30 }])
		);
		shell.print('hello');
		await visitor.shows('hello');
		visitor.socket.send(Buffer.from('ls\r'));
		await vi.waitFor(() => expect(shell.typed).toBe('ls\r'));
		expect(shell.sizes.at(-1)).toEqual({ cols: 100, rows: 30 });
	});

	it('share one shell, and show the whole screen to who comes later', async () => {
		const first = visit();
		shell.print('\x1b[31mbefore\x1b[0m');
		await first.shows('before');
		const second = visit();
		await second.shows('before');
		expect(second.shown).toContain('\x1b[31m');
		expect(shells).toHaveLength(1);
		shell.print(' after');
		await Promise.all([first.shows(' after'), second.shows(' after')]);
		expect(second.shown.match(/before/g)).toHaveLength(1);
	});

	it('draw what was printed before the server started without asking the visitor to answer its questions', async () => {
		const past = 'old \x1b[c\x1b[6n text';
		Object.assign(shell, { fresh: false, past: past.length });
		shell.print(past);
		shell.print(' and new');
		const visitor = visit();
		await visitor.shows('new');
		expect(visitor.shown).toContain('old  text');
		expect(visitor.shown).not.toContain('\x1b[6n');
		expect(shell.typed).toBe('');
	});

	it('are not waited for when one falls behind; it gets the picture when it has caught up', async () => {
		const slow = visit();
		const quick = visit();
		await vi.waitFor(() => expect(quick.said).toHaveLength(1));
		slow.drawing = false;
		for (let n = 0; n < 40; n++) shell.print(`${'x'.repeat(16 * 1024)}\r\n`);
		shell.print('the last line');
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
		for (let n = 0; n < 64; n++) shell.print('y'.repeat(16 * 1024));
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(shell.taken).toBeLessThan(200 * 1024);
		visitor.socket.send(JSON.stringify({ type: 'drawn', bytes: 128 * 1024 }));
		await vi.waitFor(() => expect(shell.taken).toBeGreaterThan(200 * 1024));
	});

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
		shell.print('end');
		expect(await visitor.closed).toBe(CLOSED.exited);

		shell = new ScriptedShell();
		const other = visit();
		await vi.waitFor(() => expect(other.said).toHaveLength(1));
		shell.print(new Error('connection lost'));
		expect(await other.closed).toBe(CLOSED.lost);
	});

	it('end a shell for everybody when its terminal is closed for good', async () => {
		const [one, other] = [visit(), visit()];
		await vi.waitFor(() => expect(one.said.length * other.said.length).toBeGreaterThan(0));
		expect(shell.closed).toBe(false);
		one.socket.send(JSON.stringify({ type: 'end' }));
		expect(await Promise.all([one.closed, other.closed])).toEqual([CLOSED.exited, CLOSED.exited]);
		expect(shell.closed).toBe(true);
	});

	it('refuse one shell more than a run may have, until another has ended', async () => {
		const open = (name: string) => {
			shell = new ScriptedShell();
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
		await vi.waitFor(() => expect(visitors.at(-1)?.said).toHaveLength(1));

		shells[0]?.print('end');
		expect(await visitors[0]?.closed).toBe(CLOSED.exited);
		const next = open('next');
		await vi.waitFor(() => expect(next.said).toHaveLength(1));
	});

	it('close at once when the session they came with ends, and only those', async () => {
		const ada = visit();
		const bob = visit('?bob');
		await vi.waitFor(() => expect(ada.said.length * bob.said.length).toBeGreaterThan(0));
		terminals.endSession('ada');
		expect(await ada.closed).toBe(CLOSED.signedOut);
		expect(bob.socket.readyState).toBe(WebSocket.OPEN);
	});

	it.each([401, 403, 404] as const)('refuse with %i who may not come in', async (status) => {
		admit = async () => status;
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
		const { port } = server.address() as AddressInfo;
		expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('alive');
	});

	it('cut off a flood of keys', async () => {
		const visitor = visit();
		await vi.waitFor(() => expect(visitor.said).toHaveLength(1));
		for (let n = 0; n < 100; n++) visitor.socket.send(Buffer.alloc(60 * 1024));
		expect(await visitor.closed).toBe(1008);
	});
});
