/** Runs whose machines are coming up: what is being done for each, and how to call it off. */
import type { Bulletin } from '../bulletin.ts';
import type { Run } from '#lib/server/db/index.ts';
import type { Lab, Values } from '#lib/server/labs/index.ts';
import type { Log } from '../log.ts';
import type { Taken } from '#lib/server/pool/index.ts';
import type { SandboxEngine } from '#lib/server/sandbox/index.ts';
import { bringUp, sandboxSpec, type StartStep } from '#lib/server/scenes/index.ts';
import { handOver } from './hand-over.ts';
import type { RunRows } from './rows.ts';

/** The machines outlive the row's deadline a little: the row decides, they only make sure. */
const GRACE_SECONDS = 120;

export interface StartingOptions {
	engine: SandboxEngine;
	rows: RunRows;
	bulletin: Bulletin;
	log: Log;
}

/** What a learner is told when their lab could not be started, after the reason. */
export const NOT_YOURS = 'It is not your fault; the instructor can see why. You can try again.';

/** Longer than handing a sandbox over takes, and too short to be felt. */
export const SOON_MILLISECONDS = 150;

export class Starting {
	readonly #options: StartingOptions;
	readonly #under = new Map<number, Under>();

	constructor(options: StartingOptions) {
		this.#options = options;
	}

	steps(run: Run): StartStep[] {
		return this.#under.get(run.id)?.steps ?? [];
	}

	callOff(run: Run): void {
		this.#under.get(run.id)?.stop.abort();
	}

	/** Whether learners' machines are coming up just now. */
	get isBusy(): boolean {
		return this.#under.size > 0;
	}

	/** Until nothing is being done for it any more, or this time has passed. */
	async done(run: Run, milliseconds: number): Promise<void> {
		const doing = this.#under.get(run.id)?.doing;
		if (doing) await Promise.race([doing, new Promise((go) => setTimeout(go, milliseconds).unref())]);
	}

	/** Never throws: a lab that cannot be started ends its run with a sentence. `taken`: from the pool. */
	bringUp(run: Run, lab: Lab, values: Values, taken: Taken | null = null): Promise<void> {
		const stop = new AbortController();
		const under: Under = { steps: [], stop, doing: Promise.resolve() };
		this.#under.set(run.id, under);
		under.doing = this.#bringUp({ run, lab, values, signal: stop.signal }, taken).finally(() => {
			if (this.#under.get(run.id) === under) this.#under.delete(run.id);
			this.#options.bulletin.tell(run.userId);
		});
		return under.doing;
	}

	async #bringUp(job: Job, taken: Taken | null): Promise<void> {
		const { engine, rows, log } = this.#options;
		const { run, lab, signal } = job;
		let current = run;
		try {
			if (!taken || !(await this.#handedOver(job, taken))) {
				if (!run.keptUntil) current = rows.change(run.id, { sandbox: null }) ?? { ...run, sandbox: null };
				await this.#fromNothing({ ...job, run: current });
			}
			rows.change(run.id, { readyAt: new Date(), lastSeenAt: new Date(), keptUntil: null });
		} catch (error) {
			if (!signal.aborted) {
				log.error({ error, lab: lab.id, run: run.id }, 'a lab could not be started');
				rows.end(run.id, `${(error as Error).message} ${NOT_YOURS}`);
			}
			if (run.keptUntil && !signal.aborted) return; // files that were kept stay so
			await engine
				.remove(sandboxName(current))
				.catch((error: unknown) => log.error({ error }, 'leftovers stay until the next upkeep'));
		}
	}

	/** False when the sandbox from the pool was no good, and is gone. @throws when the start was called off. */
	async #handedOver({ run, lab, values, signal }: Job, taken: Taken): Promise<boolean> {
		const { engine, log } = this.#options;
		const lifetimeSeconds = lifetimeOf(run);
		try {
			await handOver({ taken, lab, values, lifetimeSeconds, userId: run.userId, signal });
			signal.throwIfAborted();
			return true;
		} catch (error) {
			if (signal.aborted) throw error;
			log.warn({ error, lab: lab.id }, 'a sandbox from the pool was no good; a new one is started');
			await engine.remove(taken.name);
			return false;
		}
	}

	async #fromNothing({ run, lab, values, signal }: Job): Promise<void> {
		await bringUp({
			...{ engine: this.#options.engine, lab, values, signal, name: sandboxName(run) },
			spec: sandboxSpec(lab, values, { lifetimeSeconds: lifetimeOf(run), userId: run.userId }),
			tell: (steps) => {
				const state = this.#under.get(run.id);
				if (state?.stop.signal !== signal) return;
				state.steps = steps;
				this.#options.bulletin.tell(run.userId);
			}
		});
	}
}

interface Under {
	steps: StartStep[];
	stop: AbortController;
	doing: Promise<void>;
}

interface Job {
	run: Run;
	lab: Lab;
	values: Values;
	signal: AbortSignal;
}

const lifetimeOf = (run: Run) => secondsUntil(run.deadline) + GRACE_SECONDS;

export const sandboxName = ({ id, generation, sandbox }: Pick<Run, 'id' | 'generation' | 'sandbox'>) =>
	sandbox ?? `run-${id}-${generation}`;

export const secondsUntil = (moment: Date) => Math.max(1, Math.ceil((moment.getTime() - Date.now()) / 1000));
