import { WINDOW } from '#lib/terminal/protocol.ts';

/** Counts bytes on their way to a screen, so that `yes` floods neither browser nor server. */
export class FlowWindow {
	#undrawn = 0;

	get hasRoom() {
		return this.#undrawn < WINDOW;
	}

	/** Well drained: worth starting over for one that had fallen behind. */
	get isCalm() {
		return this.#undrawn < WINDOW / 4;
	}

	sent(bytes: number) {
		this.#undrawn += bytes;
	}

	drawn(bytes: number) {
		this.#undrawn = Math.max(0, this.#undrawn - bytes);
	}
}
