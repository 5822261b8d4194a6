/**
 * The pool: sandboxes that were started before anybody asked, set up as far as can be without
 * knowing whose they will be, with a shell already open.
 *
 * A row is a sandbox; whoever deletes the row has it, so no two learners ever get the same one.
 * Knows nothing of learners: what labs are wanted, and when there is room, it is told.
 */
import type { Db, PooledSandbox } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import type { Log } from '../log.ts';
import type { HostState, Sandbox, SandboxEngine } from '#lib/server/sandbox/index.ts';
import { workAhead, type Ahead } from '#lib/server/scenes/index.ts';
import { LIFE_SECONDS, makeAhead } from './make.ts';
import { PoolRows } from './rows.ts';
import { targets } from './targets.ts';

export { FIRST_SHELL } from './make.ts';

export interface PoolSize {
	/** Sandboxes that may wait at the same time; 0 switches the pool off. */
	sandboxes: number;
	/** Memory they may need, all together. */
	memoryMiB: number;
}

export interface PoolOptions {
	db: Db;
	engine: SandboxEngine;
	labs: { lab(id: string): Lab | null };
	log: Log;
	size: PoolSize;
	/** When each lab was started lately. */
	starts: () => { labId: string; startedAt: Date }[];
	memoryOf: (lab: Lab) => number;
	/** Whether the machine could carry one more of it and learners besides. */
	hasRoom: (lab: Lab) => boolean;
	/** Learners are being served, or wait: they come first. */
	isBusy: () => boolean;
	/** Learners stand in line: what nobody has must make room. */
	isFull: () => boolean;
}

export interface Taken {
	name: string;
	sandbox: Sandbox;
	ahead: Ahead;
	isFrozen: boolean;
}

interface Ready {
	sandbox: Sandbox;
	ahead: Ahead;
	isFrozen: boolean;
	/** Seconds of a processor it had used when it was last looked at. */
	used: { at: number; processorSeconds: number } | null;
}

/** A lab whose setup fails is not tried again before this. */
const REST_MILLISECONDS = 10 * 60_000;
/** Whoever has just been given a sandbox shall find the machine quiet. */
const SOON_MILLISECONDS = 1500;
/** Well before a sandbox ends by itself. */
const OLDEST_MILLISECONDS = (LIFE_SECONDS / 2) * 1000;
/** Who works more than this while nobody is there is made to stand still. */
const RESTLESS_PROCESSORS = 0.02;

export class Pool {
	readonly #options: PoolOptions;
	readonly #rows: PoolRows;
	readonly #ready = new Map<number, Ready>();
	/** Until when a lab is left alone, by digest. */
	readonly #resting = new Map<string, number>();
	readonly #expected = new Map<string, { count: number; until: number }>();
	#filling: Promise<void> | null = null;
	#timer: NodeJS.Timeout | undefined;
	#closing = new AbortController();

	constructor(options: PoolOptions) {
		this.#options = options;
		this.#rows = new PoolRows(options.db);
	}

	/**
	 * Find again what waited before a restart; what was only being made is nobody's now. So is all of it when the
	 * engine does not answer: the platform opens without one, and who tends the sandboxes takes them away later.
	 */
	async open(): Promise<void> {
		for (const row of this.#rows.all()) {
			const lab = row.readyAt ? this.#labOf(row) : null;
			const ahead = lab && workAhead(lab, LIFE_SECONDS);
			const sandbox = await this.#options.engine.find(nameOf(row)).catch(() => null);
			if (!sandbox || !ahead || 'refused' in ahead) this.#rows.drop(row.id);
			else this.#ready.set(row.id, { sandbox, ahead, isFrozen: true, used: null });
		}
	}

	async close(): Promise<void> {
		this.#closing.abort();
		clearTimeout(this.#timer);
		await this.#filling;
	}

	/** Names of every sandbox that is the pool's. */
	names(): Set<string> {
		return new Set(this.#rows.all().map(nameOf));
	}

	/** A class is about to begin: so many of this lab are wanted until then. */
	expect(labId: string, count: number, until: Date): void {
		this.#expected.set(labId, { count, until: until.getTime() });
	}

	/** How many wait, by lab. */
	waiting(): { labId: string; ready: number; making: number }[] {
		const rows = this.#rows.all();
		return [...new Set(rows.map(({ labId }) => labId))].map((labId) => {
			const mine = rows.filter((row) => row.labId === labId);
			const ready = mine.filter(({ readyAt }) => readyAt !== null).length;
			return { labId, ready, making: mine.length - ready };
		});
	}

	/** Take a sandbox of this lab, and in the same breath write down whose it is. Null when none waits. */
	take(lab: Lab, write: (name: string) => void): Taken | null {
		for (const row of this.#rows.readyOf(lab)) {
			const ready = this.#ready.get(row.id);
			if (!ready || !this.#rows.take(row.id, () => write(nameOf(row)))) continue;
			this.#ready.delete(row.id);
			this.#soon();
			return { name: nameOf(row), ...ready };
		}
		return null;
	}

	/** Let go of what is not wanted any more, still what is restless, and begin to fill up. Never throws. */
	async tend(): Promise<void> {
		const wanted = this.#wanted();
		await this.#weed(wanted).catch((error: unknown) =>
			this.#options.log.error({ error }, 'the pool could not be tended')
		);
		this.#filling ??= this.#fill(wanted).finally(() => (this.#filling = null));
	}

	/** For tests: until everything that is wanted now is there. */
	async settled(): Promise<void> {
		await this.#filling;
	}

	/** Fill up what was taken, when who took it has been served. */
	#soon(): void {
		clearTimeout(this.#timer);
		if (!this.#closing.signal.aborted) this.#timer = setTimeout(() => void this.tend(), SOON_MILLISECONDS);
	}

	async #weed(wanted: Map<string, number>): Promise<void> {
		const { engine, isFull } = this.#options;
		const ready = this.#rows.all().filter(({ readyAt }) => readyAt !== null);
		if (ready.length === 0) return;
		const [states, usage] = [await engine.states(), await engine.usage([...this.names()])];
		const kept = new Map<string, number>();
		for (const row of ready) {
			const count = (kept.get(row.labId) ?? 0) + 1;
			kept.set(row.labId, count);
			const name = nameOf(row);
			const isMore = isFull() || count > (wanted.get(row.labId) ?? 0);
			if (isMore || this.#isStale(row) || isDown(states.get(name))) await this.#drop(row);
			else await this.#still(row.id, usage.get(name));
		}
	}

	#isStale = (row: PooledSandbox): boolean =>
		Date.now() - row.createdAt.getTime() > OLDEST_MILLISECONDS || this.#labOf(row) === null;

	/** Freeze what works on though nobody is there. */
	async #still(id: number, { processorSeconds } = { processorSeconds: 0 }): Promise<void> {
		const ready = this.#ready.get(id);
		if (!ready || ready.isFrozen) return;
		const { used } = ready;
		const at = Date.now();
		ready.used = { at, processorSeconds };
		if (!used || at - used.at < 1000) return;
		if ((processorSeconds - used.processorSeconds) / ((at - used.at) / 1000) < RESTLESS_PROCESSORS) return;
		ready.isFrozen = true; // first, so that whoever takes it meanwhile thaws it
		await ready.sandbox.freeze();
	}

	async #fill(wanted: Map<string, number>): Promise<void> {
		for (const [labId, count] of wanted) {
			for (;;) {
				const lab = this.#options.labs.lab(labId);
				if (this.#closing.signal.aborted || this.#options.isBusy()) return;
				if (!lab || !this.#mayMake(lab, count)) break;
				await this.#make(lab);
			}
		}
	}

	#mayMake(lab: Lab, count: number): boolean {
		const { size, memoryOf, hasRoom, labs } = this.#options;
		const rows = this.#rows.all();
		const memory = rows.reduce((sum, { labId }) => {
			const one = labs.lab(labId);
			return sum + (one ? memoryOf(one) : 0);
		}, memoryOf(lab));
		return (
			rows.filter(({ labId }) => labId === lab.id).length < count &&
			rows.length < size.sandboxes &&
			memory <= size.memoryMiB &&
			(this.#resting.get(lab.digest) ?? 0) < Date.now() &&
			hasRoom(lab)
		);
	}

	async #make(lab: Lab): Promise<void> {
		const { engine, log } = this.#options;
		const ahead = workAhead(lab, LIFE_SECONDS);
		if ('refused' in ahead) {
			log.info({ lab: lab.id }, `no sandbox of this lab can wait for its learner: ${ahead.refused}`);
			this.#resting.set(lab.digest, Infinity);
			return;
		}
		const row = this.#rows.begin(lab);
		try {
			const signal = this.#closing.signal;
			const sandbox = await makeAhead({ engine, lab, ahead, name: nameOf(row), signal });
			this.#ready.set(row.id, { sandbox, ahead, isFrozen: false, used: null });
			this.#rows.ready(row.id);
		} catch (error) {
			this.#resting.set(lab.digest, Date.now() + REST_MILLISECONDS);
			if (!this.#closing.signal.aborted)
				log.warn({ error, lab: lab.id }, 'no sandbox could be started ahead');
			await this.#drop(row).catch((error: unknown) => log.error({ error }, 'upkeep will remove it'));
		}
	}

	async #drop(row: PooledSandbox): Promise<void> {
		this.#ready.delete(row.id);
		if (this.#rows.drop(row.id)) await this.#options.engine.remove(nameOf(row));
	}

	#wanted(): Map<string, number> {
		const { size, starts, isFull } = this.#options;
		if (size.sandboxes === 0 || isFull()) return new Map();
		const now = Date.now();
		for (const [labId, { until }] of this.#expected) if (until < now) this.#expected.delete(labId);
		return targets(starts(), { now, most: size.sandboxes, expected: this.#expected });
	}

	/** The lab of a row as it is now; null when that is not what the row holds. */
	#labOf({ labId, digest }: PooledSandbox): Lab | null {
		const lab = this.#options.labs.lab(labId);
		return lab?.digest === digest ? lab : null;
	}
}

const nameOf = ({ id }: Pick<PooledSandbox, 'id'>) => `pool-${id}`;

/** One that is not there at all is down, too. */
const isDown = (hosts: Record<string, HostState> = {}) =>
	Object.keys(hosts).length === 0 || Object.values(hosts).includes('down');
