/**
 * What labs need, as far as it was measured: by the sandboxes of learners while they work, else by
 * the proof of the lab. Until then a lab is taken to need all that it may use.
 */
import { and, eq } from 'drizzle-orm';
import { labNeeds, type Db } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import type { SandboxEngine } from '#lib/server/sandbox/index.ts';
import { needFrom, type Need } from './room.ts';

/** What a proof says of a lab, in MiB. */
export interface Proven {
	memoryPeakMiB: number | null;
	diskMiB: number | null;
}

export interface NeedsOptions {
	db: Db;
	engine: Pick<SandboxEngine, 'usage'>;
	/** The proof of a lab as it is now; null when there is none. */
	proven?: (lab: Lab) => Promise<Proven | null>;
}

/** Fewer looks than this may have met an idle learner only, so the proof counts as well. */
const ENOUGH_LOOKS = 20;
/** How much of the average the latest look is. */
const LATEST = 0.1;

export class Needs {
	readonly #options: NeedsOptions;
	readonly #proven = new Map<string, Proven | null>();
	/** When a sandbox was last looked at, and what it had used by then. */
	readonly #before = new Map<string, { at: number; processorSeconds: number }>();

	constructor(options: NeedsOptions) {
		this.#options = options;
	}

	/** Know what the proofs of these labs say before somebody asks. */
	async read(labs: Lab[]): Promise<void> {
		for (const lab of labs) {
			if (this.#proven.has(lab.digest)) continue;
			this.#proven.set(lab.digest, (await this.#options.proven?.(lab).catch(() => null)) ?? null);
		}
	}

	of(lab: Lab): Need {
		const seen = this.#seen(lab);
		const proven = this.#proven.get(lab.digest);
		const diskMiB = proven?.diskMiB ?? null;
		if (seen && seen.looks >= ENOUGH_LOOKS)
			return needFrom(lab, { memoryMiB: seen.memoryMiB, diskMiB, processors: seen.milliProcessors / 1000 });
		const memoryMiB = highest(proven?.memoryPeakMiB, seen?.memoryMiB);
		return needFrom(lab, { memoryMiB, diskMiB, processors: null });
	}

	/** Look at what these sandboxes use now, and keep what was learnt about their labs. */
	async measure(sandboxes: { name: string; lab: Lab }[]): Promise<void> {
		const usage = await this.#options.engine.usage(sandboxes.map(({ name }) => name));
		const now = Date.now();
		for (const name of this.#before.keys()) if (!usage.has(name)) this.#before.delete(name);
		for (const { name, lab } of sandboxes) {
			const used = usage.get(name);
			if (!used) continue;
			const before = this.#before.get(name);
			this.#before.set(name, { at: now, processorSeconds: used.processorSeconds });
			if (!before || now - before.at < 1000) continue;
			const busy = Math.max(0, used.processorSeconds - before.processorSeconds) / ((now - before.at) / 1000);
			this.#learn(lab, used.memoryMiB, busy * 1000);
		}
	}

	#learn(lab: Lab, memoryMiB: number, milliProcessors: number): void {
		const seen = this.#seen(lab);
		const average = seen ? seen.milliProcessors * (1 - LATEST) + milliProcessors * LATEST : milliProcessors;
		const now = {
			memoryMiB: Math.ceil(Math.max(seen?.memoryMiB ?? 0, memoryMiB)),
			milliProcessors: Math.ceil(average),
			looks: (seen?.looks ?? 0) + 1,
			at: new Date()
		};
		this.#options.db
			.insert(labNeeds)
			.values({ labId: lab.id, digest: lab.digest, ...now })
			.onConflictDoUpdate({ target: [labNeeds.labId, labNeeds.digest], set: now })
			.run();
	}

	#seen({ id, digest }: Lab) {
		const where = and(eq(labNeeds.labId, id), eq(labNeeds.digest, digest));
		return this.#options.db.select().from(labNeeds).where(where).get();
	}
}

/** Of a proof and what was seen so far; without the proof a few looks say too little. */
const highest = (proven: number | null = null, seen = 0) => proven && Math.max(proven, seen);
