/** For tests only: terminals on a real server, with a shell that does what it is told, and visitors. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { expect, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Shell, WindowSize } from '#lib/server/sandbox/index.ts';
import { openTerminals, type Admit, type Terminals } from './index.ts';

/** A shell that prints what a test tells it to, and remembers what was done to it. */
export class ScriptedShell implements Shell {
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
export class Visitor {
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

/** One server with its terminals, from `open` to `close`. */
export class Ground {
	server!: Server;
	terminals!: Terminals;
	/** The one that opens next. */
	shell = new ScriptedShell();
	shells: ScriptedShell[] = [];
	visitors: Visitor[] = [];
	admit!: Admit;

	async open() {
		this.shells = [];
		this.visitors = [];
		this.shell = new ScriptedShell();
		this.admit = async ({ url }) => ({
			sessionId: url?.includes('bob') ? 'bob' : 'ada',
			run: 'run/1',
			key: `run/1/box/${/shell=(\w+)/.exec(url ?? '')?.[1] ?? 'main'}`,
			open: async () => {
				this.shells.push(this.shell);
				return this.shell;
			},
			recording: () => null,
			onTyped: () => {}
		});
		this.terminals = openTerminals({
			admit: (request) => this.admit(request),
			log: pino({ level: 'silent' }),
			folder: null
		});
		this.server = createServer((_request, response) => response.end('alive'));
		this.server.on('upgrade', (...args) => this.terminals.upgrade(...args));
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
	}

	get port() {
		return (this.server.address() as AddressInfo).port;
	}

	visit(query = '?cols=100&rows=30') {
		const visitor = new Visitor(`ws://127.0.0.1:${this.port}/terminal${query}`);
		this.visitors.push(visitor);
		return visitor;
	}

	async close() {
		for (const { socket } of this.visitors) socket.terminate();
		await this.terminals.close();
		this.server.close();
	}
}
