/**
 * A terminal's line to the server: it connects, comes back by itself after a break, and says what
 * state it is in. It draws nothing.
 */
import { CLOSED, RECEIPT, TYPED_PIECE, type ClientMessage, type ServerMessage } from './protocol.ts';
import { Pulse } from './pulse.ts';

export type LinkState =
	| { is: 'connecting' }
	| { is: 'open' }
	/** Trying again by itself; `attempt` counts from 1. */
	| { is: 'waiting'; attempt: number }
	/** The shell has ended: a new one must be wanted. */
	| { is: 'ended' }
	| { is: 'signed-out' }
	/** The server will not open it now, and says why. */
	| { is: 'refused'; reason: string }
	/** Given up after many tries. */
	| { is: 'lost' };

export interface Line {
	/** Draw these bytes, then call back. */
	draw(bytes: Uint8Array, drawn: () => void): void;
	/** Begin anew: what follows is the whole picture. */
	screen(size: { cols: number; rows: number }, fresh: boolean): void;
	/** Another window's size counts now. */
	size(size: { cols: number; rows: number }): void;
	state(state: LinkState): void;
	/** Where to connect, with the size of the moment. */
	url(): string;
}

const FIRST_WAIT = 300;
const MOST_EARLY = 100;
const LONGEST_WAIT = 10_000;
/** A network that is lost refuses nothing: connecting takes as long as one lets it. */
const LONGEST_CONNECTING = 15_000;
/** The same for its shell, which a busy machine may take a while to open. */
const LONGEST_OPENING = 60_000;
/** About four minutes of trying. */
const MOST_ATTEMPTS = 30;

export class TerminalLink {
	readonly #line: Line;
	#socket: WebSocket | null = null;
	#attempt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#closed = false;
	#undeclared = 0;
	/** Keys from before the first line was there. */
	#early: Uint8Array<ArrayBuffer>[] = [];
	readonly #encoder = new TextEncoder();
	readonly #comeBack = () => this.#now();
	readonly #pulse = new Pulse({
		ask: () => this.#say({ type: 'ask' }),
		silent: () => this.#giveUp()
	});

	constructor(line: Line) {
		this.#line = line;
		for (const change of ['online', 'offline']) addEventListener(change, this.#comeBack);
		document.addEventListener('visibilitychange', this.#comeBack);
	}

	connect() {
		clearTimeout(this.#timer);
		this.#pulse.stop();
		this.#socket?.close();
		this.#undeclared = 0;
		if (this.#attempt === 0) this.#line.state({ is: 'connecting' });
		const socket = new WebSocket(this.#line.url());
		this.#socket = socket;
		this.#timer = setTimeout(() => this.#giveUp(), LONGEST_CONNECTING);
		socket.onopen = () => this.#opened();
		socket.binaryType = 'arraybuffer';
		socket.onmessage = ({ data }) => this.#hear(data);
		socket.onclose = ({ code, reason }) => {
			if (this.#socket === socket) this.#lost(code, reason);
		};
	}

	#opened() {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#giveUp(), LONGEST_OPENING);
		this.#early.splice(0).forEach((bytes) => this.typeBytes(bytes));
	}

	type(text: string) {
		this.typeBytes(this.#encoder.encode(text));
	}

	typeBytes(bytes: Uint8Array<ArrayBuffer>) {
		if (this.#isFirst && this.#early.length < MOST_EARLY) return void this.#early.push(bytes);
		if (this.#socket?.readyState !== WebSocket.OPEN) return;
		for (let at = 0; at < bytes.length; at += TYPED_PIECE)
			this.#socket.send(bytes.subarray(at, at + TYPED_PIECE));
		this.#pulse.typed();
	}

	/** Nothing has been connected yet, so whoever types means the shell that is about to open. */
	get #isFirst() {
		return this.#attempt === 0 && this.#socket?.readyState === WebSocket.CONNECTING;
	}

	resize(size: { cols: number; rows: number }) {
		this.#say({ type: 'resize', ...size });
	}

	/** End the shell itself, not only this look at it. */
	end() {
		this.#say({ type: 'end' });
	}

	close() {
		this.#closed = true;
		clearTimeout(this.#timer);
		this.#pulse.stop();
		for (const change of ['online', 'offline']) removeEventListener(change, this.#comeBack);
		document.removeEventListener('visibilitychange', this.#comeBack);
		this.#socket?.close();
	}

	#hear(data: ArrayBuffer | string) {
		clearTimeout(this.#timer);
		this.#pulse.heard();
		if (typeof data !== 'string') {
			const bytes = new Uint8Array(data);
			const socket = this.#socket;
			return this.#line.draw(bytes, () => this.#socket === socket && this.#receipt(bytes.length));
		}
		const message = JSON.parse(data) as ServerMessage;
		if (message.type === 'here') return;
		if (message.type === 'size') return this.#line.size(message);
		this.#attempt = 0;
		this.#line.screen(message, message.fresh);
		this.#line.state({ is: 'open' });
	}

	#receipt(bytes: number) {
		this.#undeclared += bytes;
		if (this.#undeclared < RECEIPT) return;
		this.#say({ type: 'drawn', bytes: this.#undeclared });
		this.#undeclared = 0;
	}

	#say(message: ClientMessage) {
		if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
	}

	/** Not waited for any longer: what it may still say is nobody's. */
	#giveUp() {
		const socket = this.#socket;
		this.#socket = null;
		socket?.close();
		this.#lost(CLOSED.lost, '');
	}

	#lost(code: number, reason: string) {
		clearTimeout(this.#timer);
		this.#pulse.stop();
		if (this.#closed) return;
		if (code === CLOSED.exited) return this.#line.state({ is: 'ended' });
		if (code === CLOSED.refused) return this.#line.state({ is: 'refused', reason });
		if (code === CLOSED.signedOut) return this.#line.state({ is: 'signed-out' });
		if (code === CLOSED.notYours || code === CLOSED.notOpen) return this.#line.state({ is: 'lost' });
		this.#attempt += 1;
		if (this.#attempt > MOST_ATTEMPTS) return this.#line.state({ is: 'lost' });
		this.#line.state({ is: 'waiting', attempt: this.#attempt });
		this.#timer = setTimeout(() => this.connect(), wait(this.#attempt));
	}

	/** The network has changed, or somebody looks again: no reason to wait any longer. */
	#now() {
		if (document.visibilityState === 'hidden' || this.#closed) return;
		if (this.#socket?.readyState === WebSocket.OPEN) return this.#pulse.ask();
		if (this.#attempt === 0 || this.#socket?.readyState === WebSocket.CONNECTING) return;
		if (this.#attempt > MOST_ATTEMPTS) this.#attempt = 1;
		this.connect();
	}
}

/** Twice as long each time, and never everybody at once. */
const wait = (attempt: number) =>
	Math.min(FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT) * (0.75 + Math.random() / 2);
