/**
 * Floods give way to people. While somebody types, another shell that prints more than anybody can read
 * is read at a measured pace, so that keys find the processors free. When nobody types, nobody waits.
 */

/** Keys that came within this make a typist. */
const TYPING_MILLISECONDS = 1000;
/** What a shell may print at once before it is a flood, and how much more each second. */
const [AT_ONCE, PER_SECOND] = [1024 * 1024, 2 * 1024 * 1024];
/** So long one waits at most before the question is asked again. */
const LONGEST_PAUSE_MILLISECONDS = 50;

type Typed = { by: object; at: number } | null;

/** One for all shells of a server: it knows who types. */
export class Courtesy {
	#last: Typed = null;
	/** The last one that was somebody else. */
	#before: Typed = null;

	typed(by: object, at = performance.now()): void {
		if (this.#last && this.#last.by !== by) this.#before = this.#last;
		this.#last = { by, at };
	}

	/** Does anybody type who is not this one? */
	isOwed(by: object, now = performance.now()): boolean {
		const other = this.#last?.by === by ? this.#before : this.#last;
		return other !== null && now - other.at < TYPING_MILLISECONDS;
	}
}

/** What one shell has printed, against what it may print at once. */
export class Measure {
	#credit = AT_ONCE;
	#at = performance.now();

	/** Milliseconds that this shell, which has just printed so much, would have to wait for others. */
	printed(bytes: number, now = performance.now()): number {
		const refilled = this.#credit + ((now - this.#at) / 1000) * PER_SECOND;
		// What was printed while nobody had to wait is not held against it later.
		const lowest = (-LONGEST_PAUSE_MILLISECONDS / 1000) * PER_SECOND;
		this.#at = now;
		this.#credit = Math.max(lowest, Math.min(AT_ONCE, refilled) - bytes);
		return Math.max(0, (-this.#credit / PER_SECOND) * 1000);
	}
}
