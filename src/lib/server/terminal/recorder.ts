/**
 * Writes what a terminal shows as an asciicast (version 2), in pieces of gzip: each piece can be
 * read by itself, so a file is good up to its last piece whatever ends the server.
 *
 * Only output is written, never keys: what is typed where a program does not show it (a password)
 * is in no recording. A flood is not written byte by byte: one picture a second stands for it.
 */
import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { WindowSize } from '#lib/server/sandbox/index.ts';
import { mendCast } from './mend-cast.ts';
import type { Recording } from './words.ts';

export const LIMITS = {
	/** Text that is written at most, before it is compressed. */
	file: 16 * 1024 * 1024,
	/** More than this a second, after that much at once, is a flood. */
	perSecond: 32 * 1024,
	atOnce: 1024 * 1024,
	/** Text that waits to be compressed. */
	piece: 64 * 1024,
	/** Between two pictures of a flood. */
	frameMilliseconds: 1000
};

/** Bytes of a character that is not whole, at most. */
const LONGEST_PART = 3;

export class Recorder {
	readonly #descriptor: number;
	readonly #startedAt: number;
	readonly #decoder = new TextDecoder();
	#waiting = '';
	#written: number;
	#credit = LIMITS.atOnce;
	#creditAt = Date.now();
	#isFlooded = false;
	#framedAt = 0;
	#isFull = false;

	/** Begin a file, or go on with the one that is there. @throws when the disk refuses. */
	static open(recording: Recording, size: WindowSize): Recorder {
		const before = existsSync(recording.file) ? mendCast(recording.file) : 0;
		const recorder = new Recorder(recording, before);
		if (before === 0) recorder.#head(recording, size);
		return recorder;
	}

	private constructor({ file, startedAt }: Recording, written: number) {
		this.#descriptor = openSync(file, 'a', 0o600);
		this.#startedAt = startedAt;
		this.#written = written;
	}

	/** `picture` is asked for what is on the screen, these bytes included. */
	output(bytes: Uint8Array, picture: () => string): void {
		this.#refill();
		this.#credit = Math.max(-LIMITS.perSecond, this.#credit - bytes.length);
		if (this.#credit <= 0) this.#isFlooded = true;
		if (this.#isFlooded) {
			// Not read, but for the character that may go on in the next bytes: they may be no flood.
			this.#decoder.decode(bytes.subarray(-LONGEST_PART), { stream: true });
			return this.#floods(picture);
		}
		const text = this.#decoder.decode(bytes, { stream: true });
		if (text !== '') this.#event('o', text);
	}

	resized({ cols, rows }: WindowSize): void {
		this.#event('r', `${cols}x${rows}`);
	}

	/** The whole screen anew, for what came before is not known. */
	frame(picture: string, size: WindowSize): void {
		this.resized(size);
		this.#event('o', `\x1bc${picture}`);
	}

	/** Every second or two: end a flood that is over, and put on disk what waits. */
	beat(picture: () => string): void {
		this.#refill();
		if (this.#isFlooded) {
			if (this.#credit > LIMITS.perSecond) this.#isFlooded = false;
			this.#event('o', `\x1bc${picture()}`);
		}
		this.#flush();
	}

	close(): void {
		try {
			this.#flush();
		} finally {
			closeSync(this.#descriptor);
		}
	}

	#floods(picture: () => string): void {
		if (Date.now() - this.#framedAt < LIMITS.frameMilliseconds) return;
		this.#framedAt = Date.now();
		this.#event('o', `\x1bc${picture()}`);
	}

	#head({ startedAt, title }: Recording, { cols, rows }: WindowSize): void {
		const timestamp = Math.floor(startedAt / 1000);
		const env = { TERM: 'xterm-256color' };
		this.#waiting = `${JSON.stringify({ version: 2, width: cols, height: rows, timestamp, title, env })}\n`;
	}

	#event(kind: 'o' | 'r' | 'm', data: string): void {
		if (this.#isFull) return;
		const seconds = Math.max(0, Date.now() - this.#startedAt) / 1000;
		const line = (kind: string, data: string) =>
			`[${seconds.toFixed(3)}, "${kind}", ${JSON.stringify(data)}]\n`;
		this.#waiting += line(kind, data);
		if (this.#written + this.#waiting.length > LIMITS.file) {
			this.#isFull = true;
			this.#waiting += line('m', 'The recording ends here: it has reached its largest size.');
		}
		if (this.#waiting.length >= LIMITS.piece) this.#flush();
	}

	#flush(): void {
		if (this.#waiting === '') return;
		const text = this.#waiting;
		this.#waiting = '';
		this.#written += text.length;
		writeSync(this.#descriptor, gzipSync(text));
	}

	#refill(): void {
		const now = Date.now();
		const more = ((now - this.#creditAt) / 1000) * LIMITS.perSecond;
		this.#credit = Math.min(LIMITS.atOnce, this.#credit + more);
		this.#creditAt = now;
	}
}
