/**
 * The drill's clock, read from afar. Each fetch says what the prober's clock showed at some moment
 * between two readings of ours; the fetch that took the least time says it best. Our own clock is
 * the one that is never set.
 */
import type { Fetched } from './prober.ts';

/** Clocks drift apart, and a machine may have slept: a reading is believed for so long. */
const BELIEVED_MILLISECONDS = 5 * 60_000;

export class DrillClock {
	#best: { ahead: number; uncertain: number; at: number } | null = null;

	hear({ now, before, after }: Pick<Fetched, 'now' | 'before' | 'after'>): void {
		const uncertain = after - before;
		const old = this.#best;
		const best = old && after - old.at < BELIEVED_MILLISECONDS ? old : null;
		if (best && best.uncertain <= uncertain) return;
		this.#best = { ahead: now - (before + after) / 2, uncertain, at: after };
	}

	/** Null until it was heard once. */
	now(): number | null {
		return this.#best && performance.now() + this.#best.ahead;
	}
}
