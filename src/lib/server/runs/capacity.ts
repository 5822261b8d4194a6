/** What the machine carries: who waits in line for it, and which sandboxes wait for somebody. */
import type { Run } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import { Pool, type Taken } from '#lib/server/pool/index.ts';
import type { Refusal } from '../refusal.ts';
import { Line, type Place } from './line.ts';
import { Needs } from './needs.ts';
import type { RunsOptions } from './options.ts';
import type { RunRows } from './rows.ts';
import { NOT_YOURS, type Starting } from './starting.ts';

export interface CapacityOptions extends RunsOptions {
	rows: RunRows;
	starting: Starting;
	labOf: (run: Run) => Lab | null;
	/** The run may have its machines now. */
	bringUp: (run: Run, lab: Lab) => void;
}

const LATELY_MILLISECONDS = 24 * 60 * 60_000;
const NO_POOL = { sandboxes: 0, memoryMiB: 0 };

export class Capacity {
	readonly #rows: RunRows;
	readonly #line: Line;
	readonly #pool: Pool;

	constructor(options: CapacityOptions) {
		const { rows, starting } = options;
		const needs = new Needs(options);
		this.#rows = rows;
		this.#line = new Line({ ...options, needs });
		this.#pool = new Pool({
			...options,
			size: options.pool ?? NO_POOL,
			starts: () => rows.startsSince(new Date(Date.now() - LATELY_MILLISECONDS)),
			memoryOf: (lab) => needs.of(lab).memoryMiB,
			// One for the pool, and still one for the next learner.
			hasRoom: (lab) => this.#line.more(lab) >= 2,
			isBusy: () => starting.isBusy || rows.waiting().length > 0,
			isFull: () => rows.waiting().length > 0
		});
	}

	open = (): Promise<void> => this.#pool.open();
	close = (): Promise<void> => this.#pool.close();

	/** Where a run stands that waits for machines; null when it does not wait. */
	place = (run: Run): Place | null => this.#line.place(run);

	/** How many more of this lab the machine takes. */
	more = (lab: Lab): number => this.#line.more(lab);

	/** Sandboxes that wait for learners. */
	pooled = (): { labId: string; ready: number; making: number }[] => this.#pool.waiting();

	/** How many stand in line for machines, get them, and have them. */
	counts(): { waiting: number; starting: number; ready: number } {
		const admitted = this.#rows.admitted();
		const ready = admitted.filter(({ readyAt }) => readyAt !== null).length;
		return { waiting: this.#rows.waiting().length, starting: admitted.length - ready, ready };
	}

	/** Labs that could not be started since this moment, the latest first, each with the reason. */
	failedStarts = (since: Date, limit: number): { run: Run; reason: string }[] =>
		this.#rows
			.endedWith(NOT_YOURS, since, limit)
			.map((run) => ({ run, reason: (run.endReason ?? '').replace(NOT_YOURS, '').trim() }));

	/** A class is about to begin: so many sandboxes of this lab shall wait until then. */
	expect = (labId: string, count: number, until: Date): void => this.#pool.expect(labId, count, until);

	/** A new run, in line or with its machines on the way. */
	join = (userId: number, lab: Lab, kept: boolean): Run | Refusal => this.#line.join(userId, lab, kept);

	leave = (run: Run): void => this.#line.leave(run);

	/** Something has become free. */
	move = (): void => this.#line.move();

	/** A sandbox that waited for somebody, from now on this run's. */
	take(run: Run, lab: Lab): Taken | null {
		if (run.keptUntil) return null; // it has machines already
		if (this.#rows.isTrial(run)) return null; // those wait for learners
		return this.#pool.take(lab, (sandbox) => this.#rows.change(run.id, { sandbox }));
	}

	/** Names of sandboxes that are nobody's and shall stay. */
	names = (): Set<string> => this.#pool.names();

	/** One round: let in who fits, fill the pool up, and now and then measure what labs need. */
	async tend(measure: boolean): Promise<void> {
		await this.#line.look();
		await this.#pool.tend();
		if (measure) await this.#line.measure();
	}

	/** For tests: until the pool is as full as it is to be now. */
	settled = (): Promise<void> => this.#pool.settled();
}
