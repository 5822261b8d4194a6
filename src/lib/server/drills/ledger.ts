/**
 * Where a drill's facts are kept. A play reads and adds to one; it does not know whether that is the
 * database or, for an author's proof, the memory of one process.
 */
import type { Sample } from '#lib/drills/samples.ts';
import type { DrillEvent } from './events.ts';
import { readSamples } from './prober.ts';

export interface Ledger {
	events(): DrillEvent[];
	add(event: DrillEvent): void;
	/** How far the prober's file has been fetched, in bytes. */
	offset(): number;
	/** Lines that begin there. */
	keep(offset: number, lines: string): void;
	/** All answers so far, by the position of their probe, in the order in which they were asked. */
	samples(): Sample[][];
}

/** Answers in memory, put in order as they come. */
export class Samples {
	readonly #byProbe: Sample[][];

	constructor(probes: number) {
		this.#byProbe = Array.from({ length: probes }, () => []);
	}

	add(lines: string): void {
		readSamples(lines, this.#byProbe.length).forEach((more, probe) => {
			const own = this.#byProbe[probe]!;
			own.push(...more);
			// They are written when they end, not when they were asked: only the last ones can be out of order.
			if (more.length > 0) own.sort((a, b) => a.at - b.at);
		});
	}

	all = (): Sample[][] => this.#byProbe;
}

export class MemoryLedger implements Ledger {
	readonly #events: DrillEvent[] = [];
	readonly #samples: Samples;
	#offset = 0;

	constructor(probes: number) {
		this.#samples = new Samples(probes);
	}

	events = () => this.#events;
	add = (event: DrillEvent) => void this.#events.push(event);
	offset = () => this.#offset;
	samples = () => this.#samples.all();

	keep(offset: number, lines: string) {
		this.#offset = offset + Buffer.byteLength(lines);
		this.#samples.add(lines);
	}
}
