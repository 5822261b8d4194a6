/**
 * What an instructor does to the machines of a class: more time, new machines, and some that wait
 * for the lesson. For one run or for many; many are worked through a few at a time.
 */
import { and, asc, eq, gt, lt } from 'drizzle-orm';
import PQueue from 'p-queue';
import { reservations, type Db, type Reservation, type Run } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import { t } from '#lib/words/index.ts';
import type { Log } from '../log.ts';
import { refused, type Refusal } from '../refusal.ts';
import { runsOf } from './work.ts';

/** What is asked of the room of runs. */
export interface RunsOfClass {
	labOf(run: Run): Lab | null;
	extend(run: Run): Promise<Run | Refusal>;
	reset(run: Run, lab: Lab): Promise<void>;
	capacity: {
		expect(labId: string, count: number, until: Date): void;
		pooled(): { labId: string; ready: number; making: number }[];
	};
}

export interface MachinesOptions {
	db: Db;
	log: Log;
	runs: RunsOfClass;
	labs: { lab(id: string): Lab | null };
	/** Sandboxes that may wait at the same time; 0 when none may. */
	poolSize: number;
}

const AT_ONCE = 4;
const RESERVED_MINUTES = 90;

export class Machines {
	readonly #options: MachinesOptions;
	readonly #queue = new PQueue({ concurrency: AT_ONCE });

	constructor(options: MachinesOptions) {
		this.#options = options;
	}

	/** What was reserved before a restart is wanted still. */
	open(): void {
		const { db } = this.#options;
		db.delete(reservations).where(lt(reservations.until, new Date())).run();
		for (const { labId } of db.select().from(reservations).all()) this.#expect(labId);
	}

	async close(): Promise<void> {
		this.#queue.clear();
		await this.#queue.onIdle();
	}

	/** Runs of a class that are on, of all labs or of one; `runId`: that one, if it is theirs. */
	of(classId: number, { labId, runId }: { labId?: string | null; runId?: number } = {}): Run[] {
		return runsOf(this.#options.db, classId).filter(
			(run) => (!labId || run.labId === labId) && (runId === undefined || run.id === runId)
		);
	}

	/** Half an hour more for each, as far as the operator allows. How many got it. */
	async extend(runs: Run[]): Promise<{ extended: number; refused: string | null }> {
		const up = runs.filter(({ readyAt }) => readyAt !== null);
		const answers = await this.#queue.addAll(up.map((run) => () => this.#options.runs.extend(run)));
		const refusals = answers.filter(refused);
		return { extended: answers.length - refusals.length, refused: refusals[0]?.refused ?? null };
	}

	/** New machines for each, as the lab is now. Returns when the first of them are on their way. */
	reset(runs: Run[]): Run[] {
		const { labs, log } = this.#options;
		const up = runs.filter(({ readyAt }) => readyAt !== null);
		for (const run of up) {
			const lab = labs.lab(run.labId) ?? this.#options.runs.labOf(run);
			if (!lab) continue;
			this.#queue
				.add(() => this.#options.runs.reset(run, lab))
				.catch((error: unknown) => log.error({ error, run: run.id }, 'a run of a class could not be reset'));
		}
		return up;
	}

	/** So many sandboxes of a lab shall wait for a class; 0 takes it back. */
	reserve(classId: number, { labId, count }: { labId: string; count: number }): Refusal | null {
		const { db, labs, poolSize } = this.#options;
		const lab = labs.lab(labId);
		if (!lab || lab.hosts.length === 0) return { refused: t('Choose a lab that has machines.') };
		if (poolSize === 0)
			return { refused: t('The operator lets no sandbox wait here (the setting POOL is 0).') };
		if (!Number.isInteger(count) || count < 0 || count > poolSize)
			return {
				refused: t('Give a whole number from 0 to {most}: so many may wait on this machine.', {
					most: poolSize
				})
			};
		const until = new Date(Date.now() + RESERVED_MINUTES * 60_000);
		const target = [reservations.classId, reservations.labId];
		if (count === 0) db.delete(reservations).where(isFor(classId, labId)).run();
		else
			db.insert(reservations)
				.values({ classId, labId, count, until })
				.onConflictDoUpdate({ target, set: { count, until } })
				.run();
		this.#expect(labId);
		return null;
	}

	/** What is reserved for a class, and how many of it wait already. */
	reserved(classId: number): (Reservation & { ready: number; making: number })[] {
		const { db, runs } = this.#options;
		const waiting = new Map(runs.capacity.pooled().map((one) => [one.labId, one]));
		return db
			.select()
			.from(reservations)
			.where(and(eq(reservations.classId, classId), gt(reservations.until, new Date())))
			.orderBy(asc(reservations.id))
			.all()
			.map((row) => {
				const { ready, making } = waiting.get(row.labId) ?? { ready: 0, making: 0 };
				return { ...row, ready, making };
			});
	}

	/** Classes that want the same lab at the same time want it together. */
	#expect(labId: string): void {
		const { db, runs } = this.#options;
		const rows = db
			.select()
			.from(reservations)
			.where(and(eq(reservations.labId, labId), gt(reservations.until, new Date())))
			.all();
		const count = rows.reduce((sum, row) => sum + row.count, 0);
		const last = Math.max(Date.now(), ...rows.map(({ until }) => until.getTime()));
		runs.capacity.expect(labId, count, new Date(last));
	}
}

const isFor = (classId: number, labId: string) =>
	and(eq(reservations.classId, classId), eq(reservations.labId, labId));
