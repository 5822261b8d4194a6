/** How much one run may do with files: so many things at once, and so many in a minute. */
import { t } from '#lib/words/index.ts';
import type { Refusal } from '../refusal.ts';

const AT_ONCE = 3;
const PER_MINUTE = 120;
/** Of all runs together: what comes in is held in memory until it is placed. */
const UPLOADS_AT_ONCE = 8;

interface Busy {
	now: number;
	since: number;
	count: number;
}

export class Pace {
	readonly #runs = new Map<number, Busy>();
	#uploads = 0;

	/** Hold a place; the function returned lets it go. */
	enter(runId: number): (() => void) | Refusal {
		const busy = this.#of(runId);
		if (busy.now >= AT_ONCE)
			return { refused: t('Other files of this lab are still on their way. Wait for them, then try again.') };
		if (busy.count >= PER_MINUTE)
			return { refused: t('That were many files in a minute. Wait a minute, then try again.') };
		busy.now++;
		busy.count++;
		return once(() => void busy.now--);
	}

	/** The same for something that is brought in. */
	upload(runId: number): (() => void) | Refusal {
		if (this.#uploads >= UPLOADS_AT_ONCE)
			return { refused: t('Many people are uploading just now. Try again in a moment.') };
		const leave = this.enter(runId);
		if (typeof leave !== 'function') return leave;
		this.#uploads++;
		return once(() => {
			this.#uploads--;
			leave();
		});
	}

	#of(runId: number): Busy {
		const now = Date.now();
		for (const [id, busy] of this.#runs)
			if (busy.now === 0 && now - busy.since > 60_000) this.#runs.delete(id);
		const busy = this.#runs.get(runId) ?? { now: 0, since: now, count: 0 };
		this.#runs.set(runId, busy);
		if (now - busy.since > 60_000) Object.assign(busy, { since: now, count: 0 });
		return busy;
	}
}

function once(act: () => void): () => void {
	let done = false;
	return () => {
		if (!done) act();
		done = true;
	};
}
