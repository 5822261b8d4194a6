/**
 * A dial's half of a connection: a stream to a port of the host, or one that a program of the host has
 * called, either way no faster than it is taken.
 */
import { Duplex } from 'node:stream';
import { fromResident, toResident, u32, u64, type Frame } from './frames.ts';
import type { Channel, Connection } from './resident.ts';

/** Bytes that may be under way, either way; the resident keeps no more for the service. */
const WINDOW = 64 * 1024;
/** In one frame: others on the connection have their turn in between. */
const PIECE = 16 * 1024;
/** The resident gives up after five seconds; this is for one that says nothing at all. */
const ANSWER_MILLISECONDS = 10_000;

/** Null when nothing listens there. `ended` is called once, however it ends. */
export function openDial(connection: Connection, port: number, ended: () => void): Promise<Duplex | null> {
	return new Promise((resolve, reject) => {
		try {
			new Dial(connection, { resolve, reject, ended }).call(port);
		} catch (error) {
			ended();
			reject(error as Error);
		}
	});
}

/** The stream of a call that came in on this channel. `ended` is called once, however it ends. */
export function takeCall(connection: Connection, channel: number, ended: () => void): Duplex {
	return new Dial(connection, { ended }, channel);
}

interface Waiting {
	resolve(stream: Duplex | null): void;
	reject(error: Error): void;
	ended(): void;
}

class Dial extends Duplex implements Channel {
	readonly #connection: Connection;
	readonly #channel: number;
	readonly #timer: NodeJS.Timeout | undefined;
	readonly #ended: () => void;
	#waiting: Waiting | null;
	#received = 0;
	#allowed = 0;
	#sent = 0;
	#taken = 0;
	/** Goes on with a write that the service has no room for yet. */
	#goOn: (() => void) | null = null;

	/** Who waits for an answer dials; who has a channel was called. */
	constructor(connection: Connection, waiting: Waiting | Pick<Waiting, 'ended'>, channel?: number) {
		super({ readableHighWaterMark: WINDOW, writableHighWaterMark: WINDOW });
		this.#connection = connection;
		this.#waiting = 'resolve' in waiting ? waiting : null;
		this.#ended = waiting.ended;
		this.#channel = connection.add(this, channel);
		this.on('error', () => {}); // whoever has it hears of it; who does not yet must not fall over it
		if (this.#waiting) this.#timer = setTimeout(() => this.#answered(false), ANSWER_MILLISECONDS);
	}

	call(port: number) {
		this.#connection.send(toResident.dial, this.#channel, u32(port));
	}

	hear({ kind, payload }: Frame) {
		if (kind === fromResident.dialed) this.#answered(payload[0] === 1);
		else if (kind === fromResident.output) this.#receive(payload);
		else if (kind === fromResident.taken && payload.length === 8) {
			this.#taken = Number(payload.readBigUInt64BE(0));
			this.#goOn?.();
		} else if (kind === fromResident.finished) {
			if (payload[0] === 1) this.destroy(new Error('The service broke the connection off.'));
			else this.push(null);
		}
	}

	lost(error: Error) {
		this.#waiting?.reject(error);
		this.#waiting = null;
		this.destroy(error);
	}

	#answered(connected: boolean) {
		clearTimeout(this.#timer);
		this.#waiting?.resolve(connected ? this : null);
		this.#waiting = null;
		if (!connected) this.destroy();
	}

	#receive(payload: Buffer) {
		this.#received += payload.length;
		if (this.#received > this.#allowed) this.destroy(new Error('The host sent more than it may.'));
		else this.push(payload);
	}

	/** Whoever reads has room: so has the service. In quarters of the window, to be worth a frame. */
	override _read() {
		const allowed = this.#received + WINDOW;
		if (allowed - this.#allowed < WINDOW / 4) return;
		this.#allowed = allowed;
		this.#connection.send(toResident.credit, this.#channel, u64(allowed));
	}

	override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void) {
		let at = 0;
		this.#goOn = () => {
			while (at < chunk.length) {
				const room = Math.min(PIECE, WINDOW - (this.#sent - this.#taken), chunk.length - at);
				if (room <= 0) return;
				this.#connection.send(toResident.input, this.#channel, chunk.subarray(at, at + room));
				this.#sent += room;
				at += room;
			}
			this.#goOn = null;
			done();
		};
		this.#goOn();
	}

	override _final(done: () => void) {
		this.#connection.send(toResident.finish, this.#channel);
		done();
	}

	override _destroy(error: Error | null, done: (error: Error | null) => void) {
		clearTimeout(this.#timer);
		this.#connection.send(toResident.close, this.#channel);
		this.#connection.drop(this.#channel);
		this.#ended();
		done(error);
	}
}
