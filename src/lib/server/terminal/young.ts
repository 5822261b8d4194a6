/**
 * All that a shell has printed in its life, as long as that is little and plain: drawn on an empty screen
 * it is its own picture. So whoever opens a terminal sees the prompt at once, and waits for no picture
 * of it, which is made on a thread that gives way to everything else.
 */

const MOST_BYTES = 4096;

/** Of the window, not of the screen. */
// eslint-disable-next-line no-control-regex -- that is how it begins
const TITLE = /\u001b\][02];[^\p{Cc}]*\u0007/gu;
/** Words, lines and colours, and a shell's wish to know what is pasted. Nothing here asks a terminal anything. */
// eslint-disable-next-line no-control-regex -- that is how colours begin
const PLAIN = /^(?:[^\p{Cc}]|[\t\r\n]|\u001b\[[\d;]*m|\u001b\[\?2004[hl])*$/u;

export class Young {
	/** Null once it is no longer known as a whole, or too much. */
	#printed: Uint8Array | null;

	/** `isWhole`: everything it has ever printed will be heard here. */
	constructor(isWhole: boolean) {
		this.#printed = isWhole ? new Uint8Array() : null;
	}

	hear(bytes: Uint8Array): void {
		if (!this.#printed) return;
		const isMore = this.#printed.length + bytes.length > MOST_BYTES;
		this.#printed = isMore ? null : Buffer.concat([this.#printed, bytes]);
	}

	/** Null when only a screen that has followed it can say how it looks. */
	picture(): Uint8Array | null {
		if (!this.#printed) return null;
		try {
			const text = new TextDecoder('utf-8', { fatal: true }).decode(this.#printed).replace(TITLE, '');
			return PLAIN.test(text) ? Buffer.from(text) : null;
		} catch {
			return null; // in the middle of a character
		}
	}
}
