/**
 * One shell as the screens' thread follows it: its emulator, the screen kept on disk, its recording.
 *
 * What was printed before the server came is drawn at the size it was printed for; a change of size
 * that arrives meanwhile waits for its end.
 */
import type { WindowSize } from '#lib/server/sandbox/index.ts';
import { Emulator } from './emulator.ts';
import { findScreen, forgetScreen, keepScreen, type KeptScreen } from './kept-screen.ts';
import { Recorder } from './recorder.ts';
import type { Opening, Standing } from './words.ts';

/** With fewer lines of the past when more would be too much for the disk. */
const KEPT_LINES = [2000, 200, 0];
/** So many of a screen are seen at a glance. */
const GLANCED_LINES = 10;

export class Followed {
	readonly #emulator: Emulator;
	readonly #kept: string | null;
	readonly #recorder: Recorder | null;
	/** What of the shell's own memory the kept screen shows already. */
	#known: number;
	#past: number;
	/** Bytes of the shell that the emulator has drawn, from the shell's beginning. */
	#printed: number;
	#isNew = false;
	#waitingSize: WindowSize | null = null;

	constructor({ size, standing, kept, recording }: Opening) {
		const screen = kept ? keptFor(kept, standing) : null;
		const first = screen?.size ?? size;
		this.#kept = kept;
		this.#past = standing.past;
		this.#printed = standing.from;
		this.#known = screen ? Math.max(0, screen.printed - standing.from) : 0;
		this.#emulator = new Emulator(first);
		this.#recorder = recording && Recorder.open(recording, first);
		if (screen) this.#emulator.write(screen.picture);
		if (screen) this.#waitingSize = size;
		if (standing.past === 0) this.#caughtUp(standing.fresh);
	}

	get size(): WindowSize {
		return this.#emulator.size;
	}

	write(bytes: Uint8Array, drawn: () => void): void {
		const known = Math.min(this.#known, bytes.length);
		this.#known -= known;
		const wasPast = this.#past > 0;
		this.#past = Math.max(0, this.#past - bytes.length);
		const isLastOfPast = wasPast && this.#past === 0;
		this.#emulator.write(bytes.subarray(known), () => {
			this.#printed += bytes.length;
			this.#isNew = true;
			if (!wasPast) this.#recorder?.output(bytes, () => this.#emulator.picture(0));
			drawn();
		});
		if (isLastOfPast) this.#caughtUp(false);
	}

	resize(size: WindowSize): void {
		if (this.#past > 0) this.#waitingSize = size;
		else this.#change(size);
	}

	/** Calls back, after all that was written before, with what draws the picture on an empty screen. */
	picture(use: (picture: string, size: WindowSize) => void): void {
		this.#emulator.write('', () => use(this.#emulator.picture(), this.#emulator.size));
	}

	/** Calls back, after all that was written before, with the last lines of the screen as plain text. */
	glance(use: (text: string) => void): void {
		this.#emulator.write('', () => use(this.#emulator.glance(GLANCED_LINES)));
	}

	/** Put on disk what is new. @throws when the disk refuses. */
	keep(): void {
		this.#recorder?.beat(() => this.#emulator.picture(0));
		if (!this.#kept || !this.#isNew || this.#known > 0 || this.#emulator.isInTheMiddle) return;
		this.#isNew = false;
		for (const lines of KEPT_LINES) {
			const picture = this.#emulator.picture(lines);
			if (keepScreen(this.#kept, { size: this.#emulator.size, printed: this.#printed, picture })) return;
		}
	}

	close(ended: boolean): void {
		try {
			if (!ended) this.keep();
			else if (this.#kept) forgetScreen(this.#kept);
		} finally {
			this.#recorder?.close();
			this.#emulator.close();
		}
	}

	/** What comes from now on is seen live. */
	#caughtUp(fresh: boolean): void {
		const size = this.#waitingSize;
		this.#waitingSize = null;
		this.#emulator.write('', () => {
			if (size) this.#emulator.resize(size);
			if (!fresh) this.#recorder?.frame(this.#emulator.picture(0), this.#emulator.size);
		});
	}

	#change(size: WindowSize): void {
		// Bytes still waiting were printed for the size of before.
		this.#emulator.write('', () => {
			this.#emulator.resize(size);
			this.#recorder?.resized(size);
		});
	}
}

/** The screen that was kept of this very shell; one of a shell before it is forgotten. */
function keptFor(file: string, { fresh, from, past }: Standing): KeptScreen | null {
	if (fresh) forgetScreen(file);
	const found = findScreen(file);
	return found && found.printed <= from + past ? found : null;
}
