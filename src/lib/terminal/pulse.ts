/**
 * Whether the other end of a line is still there. A network that is lost tells a browser nothing: the
 * socket stays open, and nothing comes. So who has heard nothing asks, and who gets no answer gives it up.
 */

/** So long a line may be quiet before it is asked. */
const QUIET_MILLISECONDS = 15_000;
/** What is typed is answered sooner, if only by itself. */
const TYPED_MILLISECONDS = 3000;
const ANSWER_MILLISECONDS = 5000;
/** A timer that is so late tells of a page that slept or was busy, not of the line. */
const LATE_MILLISECONDS = 1500;

export interface PulseOptions {
	/** Send the question. Anything that comes is an answer. */
	ask(): void;
	/** Nothing came. */
	silent(): void;
}

type PulseState = 'stopped' | 'quiet' | 'typed' | 'asked';

export class Pulse {
	readonly #options: PulseOptions;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#due = 0;
	#state: PulseState = 'stopped';

	constructor(options: PulseOptions) {
		this.#options = options;
	}

	/** The line is open, or something has come by it. */
	heard() {
		this.#wait('quiet', QUIET_MILLISECONDS);
	}

	typed() {
		if (this.#state === 'quiet') this.#wait('typed', TYPED_MILLISECONDS);
	}

	/** Ask now: the network has changed, or somebody looks again. */
	ask() {
		if (this.#state === 'stopped') return;
		this.#wait('asked', ANSWER_MILLISECONDS);
		this.#options.ask();
	}

	stop() {
		this.#state = 'stopped';
		clearTimeout(this.#timer);
	}

	#wait(state: PulseState, milliseconds: number) {
		clearTimeout(this.#timer);
		this.#state = state;
		this.#due = Date.now() + milliseconds;
		this.#timer = setTimeout(() => this.#over(), milliseconds);
	}

	#over() {
		const isLate = Date.now() - this.#due > LATE_MILLISECONDS;
		if (this.#state !== 'asked' || isLate) return this.ask();
		this.stop();
		this.#options.silent();
	}
}
