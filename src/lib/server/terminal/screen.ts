/**
 * A screen nobody looks at: it follows what the shell prints, so that who comes back is given the
 * picture itself. Replaying raw bytes would garble full-screen programs, and make the visitor's
 * terminal answer questions that were asked long ago.
 */
import type { WindowSize } from '#lib/server/sandbox/index.ts';
import { SerializeAddon, Terminal, Unicode11Addon } from './headless.ts';

const SCROLLBACK_LINES = 2000;
/** Output that may wait to be understood before its source has to wait. */
const BACKLOG = 512 * 1024;

export class Screen {
	readonly #terminal: InstanceType<typeof Terminal>;
	readonly #serializer = new SerializeAddon();
	#waiting = 0;

	constructor({ cols, rows }: WindowSize) {
		this.#terminal = new Terminal({ cols, rows, scrollback: SCROLLBACK_LINES, allowProposedApi: true });
		// The addons are typed for the browser's terminal; what they use of it is in this one too.
		this.#terminal.loadAddon(this.#serializer as never);
		this.#terminal.loadAddon(new Unicode11Addon() as never);
		this.#terminal.unicode.activeVersion = '11';
	}

	get size(): WindowSize {
		return { cols: this.#terminal.cols, rows: this.#terminal.rows };
	}

	/** Resolves at once while it keeps up, else when it has caught up. */
	write(bytes: Uint8Array): Promise<void> {
		this.#waiting += bytes.length;
		return new Promise((resolve) => {
			const keepsUp = this.#waiting < BACKLOG;
			this.#terminal.write(bytes, () => {
				this.#waiting -= bytes.length;
				if (!keepsUp) resolve();
			});
			if (keepsUp) resolve();
		});
	}

	/** Calls back, after all that was written before, with what draws the picture on an empty screen. */
	picture(use: (picture: Uint8Array) => void): void {
		this.#terminal.write('', () => use(new TextEncoder().encode(this.#serializer.serialize())));
	}

	resize({ cols, rows }: WindowSize): void {
		this.#terminal.resize(cols, rows);
	}

	close(): void {
		this.#terminal.dispose();
	}
}
