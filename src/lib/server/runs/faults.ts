/**
 * Faults of tasks: what breaks on a learner's machines when a task opens. Once on the same
 * machines: the row comes first, so whoever finds one that is only begun, after the server went
 * down, asks the machines whether it hurts before breaking anything again.
 */
import { and, eq } from 'drizzle-orm';
import type { Bulletin } from '../bulletin.ts';
import { runFaults, type Db, type Run, type RunFault } from '#lib/server/db/index.ts';
import {
	fillIn,
	visibleValues,
	type Fault,
	type Lab,
	type Task,
	type Values
} from '#lib/server/labs/index.ts';
import type { Log } from '../log.ts';
import type { Progress } from '#lib/server/progress/index.ts';
import type { Refusal } from '../refusal.ts';
import { t } from '#lib/words/index.ts';
import type { Sandbox } from '#lib/server/sandbox/index.ts';
import { hurts, inject } from '#lib/server/scenes/index.ts';
import type { Work } from './grading.ts';
import type { RunRows } from './rows.ts';

export interface FaultsOptions {
	db: Db;
	rows: RunRows;
	progress: Progress;
	bulletin: Bulletin;
	log: Log;
	sandbox: (run: Run) => Promise<Sandbox | null>;
	work: (runId: number) => Work | null;
	/** As the run began with it. */
	labOf: (run: Run) => Lab | null;
	values: (userId: number, lab: Lab) => Values;
}

export interface FaultMark {
	at: Date;
	kind: 'fault';
	text: string;
}

const SOMETHING = 'Something was broken';

export class Faults {
	readonly #options: FaultsOptions;
	/** Runs that are being looked at: one look follows the other. */
	readonly #looks = new Map<number, Promise<void>>();
	#leave = () => {};

	constructor(options: FaultsOptions) {
		this.#options = options;
	}

	/** From now on, and for what was left half done. Whatever opens a task is news of its learner. */
	open(): void {
		const { bulletin, rows } = this.#options;
		this.#leave = bulletin.listenToAll((userId) => rows.activeOf(userId).forEach((run) => this.#look(run)));
		for (const run of rows.allActive()) this.#look(run);
	}

	async close(): Promise<void> {
		this.#leave();
		await Promise.all(this.#looks.values());
	}

	/** Why the checks of a task cannot look yet; null when they can. */
	wait(run: Run, { fault }: Task): Refusal | null {
		if (!fault) return null;
		const state = this.#row(run, fault)?.state;
		if (state === 'in') return null;
		return {
			refused:
				state === 'failed'
					? t(
							'What this task is about could not be set up. It does not count against you: press Reset to try again, or tell your instructor.'
						)
					: t('What this task is about is being set up. Check again in a moment.')
		};
	}

	/** What learners are told of what has happened, by task. */
	told(run: Run, lab: Lab): Record<string, { text: string; at: Date }> {
		const values = visibleValues(lab, this.#options.values(run.userId, lab));
		const told = lab.tasks.flatMap(({ id, fault }) => {
			const row = fault && this.#row(run, fault);
			if (row?.state !== 'in' || !fault?.tell) return [];
			return [[id, { text: fillIn(fault.tell, values), at: row.at }] as const];
		});
		return Object.fromEntries(told);
	}

	/**
	 * When what broke, for the recordings: in the words learners were told. Of what they were not told, that
	 * it was, once the run is over; never what it was, for they may play the lab again.
	 */
	marks({ runId, generation }: Pick<RunFault, 'runId' | 'generation'>): FaultMark[] {
		const found = this.#options.rows.find(runId);
		const lab = found && this.#options.labOf(found);
		if (!lab) return [];
		const run = { ...found, generation };
		const told = this.told(run, lab);
		return lab.tasks.flatMap(({ id, fault }) => {
			const row = fault && this.#row(run, fault);
			const text = told[id]?.text ?? (run.endedAt ? SOMETHING : null);
			return row?.state === 'in' && text ? [{ at: row.at, kind: 'fault', text }] : [];
		});
	}

	#look(run: Run): void {
		const work = this.#options.work(run.id);
		if (!work?.lab.tasks.some((task) => this.#isDue(work, task))) return;
		const before = this.#looks.get(run.id);
		if (before) return; // it looks again when it is through
		const look = this.#breakAll(run.id)
			.catch((error: unknown) =>
				this.#options.log.error({ error, run: run.id }, 'a fault could not be injected')
			)
			.finally(() => this.#looks.delete(run.id));
		this.#looks.set(run.id, look);
	}

	/** One after the other, as long as something is due. */
	async #breakAll(runId: number): Promise<void> {
		for (;;) {
			const work = this.#options.work(runId);
			const due = work?.lab.tasks.find((task) => this.#isDue(work, task));
			const sandbox = work && (await this.#options.sandbox(work.run));
			if (!work || !due?.fault || !sandbox) return;
			await this.#break(work, due.fault, sandbox);
		}
	}

	#isDue({ run, lab }: Work, { id, fault }: Task): boolean {
		if (!fault) return false;
		const state = this.#row(run, fault)?.state;
		if (state === 'in' || state === 'failed') return false;
		const { progress } = this.#options;
		return progress.standing(run.userId, lab, run).find((task) => task.id === id)?.state === 'open';
	}

	async #break({ run, lab, values }: Work, fault: Fault, sandbox: Sandbox): Promise<void> {
		const scene = { sandbox, lab, values, fault };
		const begun = this.#row(run, fault) !== null;
		if (!begun) this.#write(run, fault, { state: 'under-way', detail: '' });
		try {
			if (!begun || !(await hurts(scene))) await inject(scene);
			this.#write(run, fault, { state: 'in', detail: '' });
		} catch (error) {
			const detail = (error as Error).message;
			this.#write(run, fault, { state: 'failed', detail });
			this.#options.log.error(
				{ run: run.id, lab: lab.id, fault: fault.id, detail },
				'a fault could not be injected'
			);
		}
		this.#options.bulletin.tell(run.userId);
	}

	#row(run: Run, { id }: Fault): RunFault | null {
		const where = and(
			eq(runFaults.runId, run.id),
			eq(runFaults.generation, run.generation),
			eq(runFaults.fault, id)
		);
		return this.#options.db.select().from(runFaults).where(where).get() ?? null;
	}

	#write(run: Run, { id }: Fault, { state, detail }: Pick<RunFault, 'state' | 'detail'>): void {
		const row = { state, detail, at: new Date() };
		this.#options.db
			.insert(runFaults)
			.values({ runId: run.id, generation: run.generation, fault: id, ...row })
			.onConflictDoUpdate({ target: [runFaults.runId, runFaults.generation, runFaults.fault], set: row })
			.run();
	}
}
