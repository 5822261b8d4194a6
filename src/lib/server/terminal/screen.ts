/** One shell's screen, which is followed on another thread (screens-thread.ts). */
import type { WindowSize } from '#lib/server/sandbox/index.ts';
import type { FromThread, ToThread } from './words.ts';

/** What a screen hears. */
export interface Line {
	hear(message: Extract<FromThread, { id: number }>): void;
	/** The thread is gone. */
	lost(): void;
}

interface Thread {
	say(message: ToThread, transfer?: ArrayBuffer[]): void;
	closed(): void;
}

/** Output that may wait to be drawn before its source has to wait: of much at once, less has to be drawn. */
const BACKLOG = 1024 * 1024;

export class Screen {
	readonly #id: number;
	readonly #thread: Thread;
	readonly #pictures = new Map<number, (picture: Uint8Array, size: WindowSize) => void>();
	readonly #glances = new Map<number, (text: string) => void>();
	#size: WindowSize;
	#waiting = 0;
	#asked = 0;
	#caughtUp: (() => void) | null = null;
	#closed = false;

	constructor(id: number, size: WindowSize, thread: Thread) {
		this.#id = id;
		this.#size = size;
		this.#thread = thread;
	}

	get size(): WindowSize {
		return this.#size;
	}

	/** Resolves at once while it keeps up, else when it has caught up. One writer at a time. */
	write(bytes: Uint8Array): Promise<void> | undefined {
		if (this.#closed) return;
		this.#waiting += bytes.length;
		const own = new Uint8Array(bytes); // of its own: what it is cut from may be used again
		this.#thread.say({ is: 'output', id: this.#id, bytes: own }, [own.buffer]);
		if (this.#waiting < BACKLOG) return;
		return new Promise((resolve) => (this.#caughtUp = resolve));
	}

	/** Calls back, after all that was written before, with what draws the picture on an empty screen. */
	picture(use: (picture: Uint8Array, size: WindowSize) => void): void {
		if (this.#closed) return;
		this.#asked += 1;
		this.#pictures.set(this.#asked, use);
		this.#thread.say({ is: 'picture', id: this.#id, asked: this.#asked });
	}

	/** The last lines of the screen as plain text; nothing of one that is closed. */
	glance(): Promise<string> {
		if (this.#closed) return Promise.resolve('');
		this.#asked += 1;
		const asked = this.#asked;
		this.#thread.say({ is: 'glance', id: this.#id, asked });
		return new Promise((resolve) => this.#glances.set(asked, resolve));
	}

	resize(size: WindowSize): void {
		this.#size = size;
		if (!this.#closed) this.#thread.say({ is: 'resize', id: this.#id, size });
	}

	hear(message: Extract<FromThread, { id: number }>): void {
		if (message.is === 'drawn') {
			this.#waiting -= message.bytes;
			if (this.#waiting < BACKLOG) this.#caughtUp?.();
			return;
		}
		if (message.is === 'glance') {
			this.#glances.get(message.asked)?.(message.text);
			this.#glances.delete(message.asked);
			return;
		}
		this.#pictures.get(message.asked)?.(message.picture, message.size);
		this.#pictures.delete(message.asked);
	}

	/** `ended`: the shell is over, so nobody comes back to its screen. */
	close(ended: boolean): void {
		if (this.#closed) return;
		this.#closed = true;
		this.#caughtUp?.();
		for (const resolve of this.#glances.values()) resolve('');
		this.#thread.say({ is: 'close', id: this.#id, ended });
		this.#thread.closed();
	}
}
