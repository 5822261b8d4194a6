/** A shell's half of a connection: output that waits for its reader, keys, size, goodbye. */
import { HostAway } from '../disturbance.ts';
import type { Shell, ShellOptions, WindowSize } from '../index.ts';
import { environment, fromResident, texts, toResident, u32, u64, type Frame } from './frames.ts';
import type { Channel, Connection } from './resident.ts';

/** What the resident may send before the reader has taken it: as much as it keeps itself. */
const WINDOW = 256 * 1024;
const LARGEST_SCREEN = 1000;

export function openShell(connection: Connection, options: ShellOptions): Promise<Shell> {
	return new Promise((resolve, reject) => {
		const shell = new ResidentShell(connection, (error) => (error ? reject(error) : resolve(shell)));
		shell.open(options);
	});
}

class ResidentShell implements Shell, Channel {
	fresh = false;
	lostOutput = false;
	from = 0;
	past = 0;
	readonly #connection: Connection;
	readonly #ready: (error?: Error) => void;
	readonly #channel: number;
	readonly #queue: Buffer[] = [];
	#wake: (() => void) | null = null;
	#end: Error | 'ended' | null = null;
	#taken = 0;
	#credit = 0;

	constructor(connection: Connection, ready: (error?: Error) => void) {
		this.#connection = connection;
		this.#ready = ready;
		this.#channel = connection.add(this);
	}

	open({ id, cols, rows, env }: ShellOptions) {
		const size = bounded({ cols, rows });
		const payload = texts([id, `${size.cols}`, `${size.rows}`, ...environment(env)]);
		this.#connection.send(toResident.open, this.#channel, payload);
	}

	hear({ kind, payload }: Frame) {
		if (kind === fromResident.opened && payload.length === 18) {
			this.fresh = payload[0] === 1;
			this.lostOutput = payload[1] === 1;
			this.#taken = Number(payload.readBigUInt64BE(2));
			this.from = this.#taken;
			this.past = Number(payload.readBigUInt64BE(10)) - this.#taken;
			this.#allow();
			this.#ready();
		} else if (kind === fromResident.output) {
			this.#queue.push(payload);
			this.#wake?.();
		} else if (kind === fromResident.exited) {
			this.#connection.drop(this.#channel);
			this.#finish('ended');
		}
	}

	/** A host that went away is an end like any other; its terminal says so as its last words. */
	lost(error: Error) {
		if (error instanceof HostAway) {
			this.#queue.push(Buffer.from(`\r\n\r\n${error.message}\r\n`));
			this.#finish('ended');
		} else this.#finish(error);
	}

	readonly output: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => this.#pieces() };

	async *#pieces(): AsyncGenerator<Uint8Array, void> {
		for (;;) {
			const bytes = this.#queue.length > 1 ? Buffer.concat(this.#queue.splice(0)) : this.#queue.shift();
			if (bytes) {
				yield bytes;
				this.#taken += bytes.length;
				this.#allow();
			} else if (this.#end === 'ended') return;
			else if (this.#end) throw this.#end;
			else await new Promise<void>((resolve) => (this.#wake = resolve));
		}
	}

	write(bytes: Uint8Array) {
		this.#connection.send(toResident.input, this.#channel, bytes);
	}

	resize(size: WindowSize) {
		const { cols, rows } = bounded(size);
		this.#connection.send(toResident.resize, this.#channel, u32(cols, rows));
	}

	leave() {
		this.#connection.send(toResident.leave, this.#channel);
		this.#connection.drop(this.#channel);
		this.#finish('ended');
	}

	close() {
		this.#connection.send(toResident.close, this.#channel);
		this.#connection.drop(this.#channel);
		this.#finish('ended');
	}

	/** Receipts in quarters of the window: few enough to cost nothing, early enough never to wait. */
	#allow() {
		const credit = this.#taken + WINDOW;
		if (credit - this.#credit < WINDOW / 4) return;
		this.#credit = credit;
		this.#connection.send(toResident.credit, this.#channel, u64(credit));
	}

	#finish(end: Error | 'ended') {
		this.#end ??= end;
		this.#ready(end instanceof Error ? end : undefined);
		this.#wake?.();
	}
}

const bounded = ({ cols, rows }: WindowSize): WindowSize => ({
	cols: Math.min(Math.max(2, Math.floor(cols)), LARGEST_SCREEN),
	rows: Math.min(Math.max(1, Math.floor(rows)), LARGEST_SCREEN)
});
