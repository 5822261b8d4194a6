/**
 * What the control room hears: once a second the newest answers, put together with those it has. The
 * clock runs on in between. It stops when the page is hidden and catches up when it is seen again.
 */
import { SHOWN_MILLISECONDS, type LiveDrill, type LiveProbe } from './live.ts';

const EVERY_MILLISECONDS = 1000;
/** A network that is lost answers nothing, ever; and a browser waits for so many answers at a time only. */
const ANSWER_MILLISECONDS = 5000;
/** Late answers may still come for questions this old. */
const LATE_MILLISECONDS = 35_000;

export class LiveFeed {
	live = $state.raw<LiveDrill | null>(null);
	now = $state(0);
	/** The platform does not answer. */
	lost = $state(false);
	readonly #onchange: () => void;
	#heardAt = 0;
	#asking = false;

	/** `onchange`: the page must read again, because the drill has ended. */
	constructor(onchange: () => void) {
		this.#onchange = onchange;
	}

	/** What came with the page. */
	take(live: LiveDrill | null): void {
		this.#hear(live);
	}

	/** Returns what ends it. */
	follow(id: number): () => void {
		const stop = new AbortController();
		const clock = setInterval(() => {
			if (this.live) this.now = this.live.now + performance.now() - this.#heardAt;
		}, 250);
		const asking = setInterval(() => {
			if (!document.hidden && !this.#asking) void this.#ask(id, stop.signal);
		}, EVERY_MILLISECONDS);
		return () => {
			stop.abort();
			clearInterval(clock);
			clearInterval(asking);
		};
	}

	async #ask(id: number, signal: AbortSignal): Promise<void> {
		this.#asking = true;
		try {
			const after = Math.max(0, Math.floor((this.live?.now ?? 0) - LATE_MILLISECONDS));
			const response = await fetch(`/drills/${id}/live?after=${after}`, {
				signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MILLISECONDS)])
			});
			if (!response.ok) throw new Error(`${response.status}`);
			const more = (await response.json()) as LiveDrill;
			this.lost = false;
			if (signal.aborted) return;
			this.#hear(this.live?.id === more.id ? joined(this.live, more, after) : more);
			if (more.phase === 'over') this.#onchange();
		} catch {
			if (!signal.aborted) this.lost = true;
		} finally {
			this.#asking = false;
		}
	}

	#hear(live: LiveDrill | null): void {
		this.live = live;
		this.#heardAt = performance.now();
		this.now = live?.now ?? 0;
	}
}

/** Old answers up to where the new ones begin. */
function joined(old: LiveDrill, more: LiveDrill, after: number): LiveDrill {
	const known = new Map(old.probes.map((probe): [string, LiveProbe] => [probe.id, probe]));
	const from = more.now - SHOWN_MILLISECONDS;
	return {
		...more,
		probes: more.probes.map((probe) => ({
			...probe,
			samples: [
				...(known.get(probe.id)?.samples ?? []).filter(({ at }) => at < after && at >= from),
				...probe.samples
			]
		}))
	};
}
