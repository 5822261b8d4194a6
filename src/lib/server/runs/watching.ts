/**
 * Watching: who has just pressed Enter gets looked at as soon as the terminal has gone quiet, and
 * then at growing intervals, as long as somebody is there. It decides only when: `look` says what
 * that means.
 *
 * One look per run at a time, and a budget for all of them. When that is spent nobody waits in an
 * endless line: the run is told so (`isBusy`), and the button, which is not budgeted, works on.
 */
import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';

export interface WatchingOptions {
	/** The first key in a run since it is watched. */
	onFirstKey?: (runId: number) => void;
	/** Look at a run; `wanted` turns false when nobody wants it any more. False when there is nothing left to look at. */
	look: (runId: number, wanted: () => boolean) => Promise<boolean>;
	/** Whether a page that would show it is open. */
	isSeen: (runId: number) => boolean;
	/** `isBusy` of this run has changed. */
	onBusy: (runId: number) => void;
	onError: (error: unknown) => void;
	pace?: Partial<Pace>;
}

/** Milliseconds, and how much at once. */
export interface Pace {
	/** No key and no output for so long after Enter: the command is through, or works in silence. */
	quiet: number;
	/** So often after one Enter: a slow command prints, pauses and prints again. */
	quietLooks: number;
	/** From Enter, and between looks when no further Enter comes; the last one repeats. */
	backOff: number[];
	/** Since the last key, after which nobody is there. */
	attention: number;
	/** Runs looked at together, and those that may wait for their turn. */
	atOnce: number;
	waiting: number;
}

const PACE: Pace = {
	quiet: 400,
	quietLooks: 3,
	backOff: [2000, 5000, 15_000],
	attention: 120_000,
	atOnce: Math.max(4, 2 * availableParallelism()),
	waiting: 60
};

interface Watched {
	lastKey: number;
	/** The last thing that was heard: Enter, or output after it. */
	lastSound: number;
	/** Looks that quiet may still bring before the next Enter. */
	quietLooks: number;
	quiet: NodeJS.Timeout | null;
	/** Position in the back-off. */
	step: number;
	timer: NodeJS.Timeout | null;
	/** When the timer rings, in milliseconds since 1970. */
	due: number;
	looking: boolean;
	/** Enter came while it was looked at. */
	again: boolean;
	busy: boolean;
}

export class Watching {
	readonly #options: WatchingOptions;
	readonly #pace: Pace;
	readonly #runs = new Map<number, Watched>();
	readonly #queue: PQueue;

	constructor(options: WatchingOptions) {
		this.#options = options;
		this.#pace = { ...PACE, ...options.pace };
		this.#queue = new PQueue({ concurrency: this.#pace.atOnce });
	}

	/** Keys were pressed in a terminal of this run. */
	typed(runId: number, enter: boolean): void {
		const watched = this.#runs.get(runId) ?? this.#begin(runId);
		watched.lastKey = Date.now();
		if (!enter) {
			watched.quietLooks = 0; // what is heard now are keys, not a command
			if (!watched.timer && !watched.looking) this.#schedule(runId, watched, this.#pace.backOff.at(-1) ?? 0);
			return;
		}
		watched.step = 0;
		watched.quietLooks = this.#pace.quietLooks;
		watched.again = watched.looking;
		this.#listen(runId, watched);
		if (!watched.looking) this.#schedule(runId, watched, this.#pace.backOff[0] ?? 0);
	}

	/** A terminal of this run has shown something. */
	printed(runId: number): void {
		const watched = this.#runs.get(runId);
		if (watched && watched.quietLooks > 0) this.#listen(runId, watched);
	}

	/** The server has no time to look by itself just now. */
	isBusy(runId: number): boolean {
		return this.#runs.get(runId)?.busy ?? false;
	}

	forget(runId: number): void {
		const watched = this.#runs.get(runId);
		clearTimeout(watched?.timer ?? undefined);
		clearTimeout(watched?.quiet ?? undefined);
		this.#runs.delete(runId);
	}

	async close(): Promise<void> {
		for (const runId of this.#runs.keys()) this.forget(runId);
		await this.#queue.onIdle();
	}

	#begin(runId: number): Watched {
		const watched: Watched = {
			...{ lastKey: 0, lastSound: 0, quietLooks: 0, quiet: null },
			...{ step: 0, timer: null, due: 0, looking: false, again: false, busy: false }
		};
		this.#runs.set(runId, watched);
		this.#options.onFirstKey?.(runId);
		return watched;
	}

	/** Wait for quiet. One timer, however much is printed: it looks back when it rings. */
	#listen(runId: number, watched: Watched, milliseconds = this.#pace.quiet) {
		if (milliseconds === this.#pace.quiet) watched.lastSound = Date.now();
		watched.quiet ??= setTimeout(() => {
			watched.quiet = null;
			const rest = watched.lastSound + this.#pace.quiet - Date.now();
			if (rest > 0) return this.#listen(runId, watched, rest);
			if (watched.quietLooks === 0) return;
			watched.quietLooks--;
			if (watched.looking) watched.again = true;
			else this.#ring(runId, watched);
		}, milliseconds).unref();
	}

	/** The sooner of two rings is the one that counts, so that no amount of typing puts a look off. */
	#schedule(runId: number, watched: Watched, milliseconds: number) {
		const due = Date.now() + milliseconds;
		if (watched.timer && watched.due <= due) return;
		if (watched.timer) clearTimeout(watched.timer);
		watched.due = due;
		watched.timer = setTimeout(() => this.#ring(runId, watched), milliseconds).unref();
	}

	#ring(runId: number, watched: Watched) {
		if (watched.timer) clearTimeout(watched.timer);
		watched.timer = null;
		const isThere = Date.now() - watched.lastKey < this.#pace.attention && this.#options.isSeen(runId);
		if (!isThere) return this.forget(runId);
		if (this.#queue.size >= this.#pace.waiting) {
			this.#setBusy(runId, watched, true);
			return this.#next(runId, watched);
		}
		watched.looking = true;
		void this.#queue.add(() => this.#look(runId, watched));
	}

	async #look(runId: number, watched: Watched) {
		const wanted = () => this.#runs.get(runId) === watched;
		let more = true;
		try {
			this.#setBusy(runId, watched, false);
			more = await this.#options.look(runId, wanted);
		} catch (error) {
			this.#options.onError(error);
		}
		watched.looking = false;
		if (!wanted()) return;
		if (watched.again) {
			watched.again = false;
			this.#schedule(runId, watched, this.#pace.quiet);
		} else if (more) this.#next(runId, watched);
		else this.forget(runId);
	}

	#next(runId: number, watched: Watched) {
		const { backOff } = this.#pace;
		this.#schedule(runId, watched, backOff[Math.min(watched.step++, backOff.length - 1)] ?? 0);
	}

	#setBusy(runId: number, watched: Watched, busy: boolean) {
		if (watched.busy === busy) return;
		watched.busy = busy;
		this.#options.onBusy(runId);
	}
}
