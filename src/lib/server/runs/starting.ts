/** Runs whose machines are coming up: what is being done for each, and how to call it off. */
import type { Bulletin } from '../bulletin.ts';
import type { Run } from '#lib/server/db/index.ts';
import type { Lab, Values } from '#lib/server/labs/index.ts';
import type { Log } from '../log.ts';
import type { SandboxEngine } from '#lib/server/sandbox/index.ts';
import { bringUp, sandboxSpec, type StartStep } from '#lib/server/scenes/index.ts';
import type { RunRows } from './rows.ts';

/** The machines outlive the row's deadline a little: the row decides, they only make sure. */
const GRACE_SECONDS = 120;

export interface StartingOptions {
	engine: SandboxEngine;
	rows: RunRows;
	bulletin: Bulletin;
	log: Log;
}

export class Starting {
	readonly #options: StartingOptions;
	readonly #under = new Map<number, { steps: StartStep[]; stop: AbortController }>();

	constructor(options: StartingOptions) {
		this.#options = options;
	}

	has(run: Run): boolean {
		return this.#under.has(run.id);
	}

	steps(run: Run): StartStep[] {
		return this.#under.get(run.id)?.steps ?? [];
	}

	callOff(run: Run): void {
		this.#under.get(run.id)?.stop.abort();
	}

	/** Never throws: a lab that cannot be started ends its run with a sentence. */
	async bringUp(run: Run, lab: Lab, values: Values): Promise<void> {
		const { engine, rows, bulletin, log } = this.#options;
		const stop = new AbortController();
		const lifetimeSeconds = secondsUntil(run.deadline) + GRACE_SECONDS;
		this.#under.set(run.id, { steps: [], stop });
		try {
			await bringUp({
				...{ engine, lab, values, signal: stop.signal, name: sandboxName(run) },
				spec: sandboxSpec(lab, values, { lifetimeSeconds, userId: run.userId }),
				tell: (steps) => {
					const state = this.#under.get(run.id);
					if (state?.stop !== stop) return;
					state.steps = steps;
					bulletin.tell(run.userId);
				}
			});
			rows.change(run.id, { readyAt: new Date(), lastSeenAt: new Date() });
		} catch (error) {
			if (!stop.signal.aborted) {
				log.error({ error, lab: lab.id, run: run.id }, 'a lab could not be started');
				rows.end(
					run.id,
					`${(error as Error).message} It is not your fault; the instructor can see why. You can try again.`
				);
			}
			await engine
				.remove(sandboxName(run))
				.catch((error: unknown) => log.error({ error }, 'leftovers stay until the next upkeep'));
		} finally {
			if (this.#under.get(run.id)?.stop === stop) this.#under.delete(run.id);
			bulletin.tell(run.userId);
		}
	}
}

export const sandboxName = ({ id, generation, sandbox }: Pick<Run, 'id' | 'generation' | 'sandbox'>) =>
	sandbox ?? `run-${id}-${generation}`;

export const secondsUntil = (moment: Date) => Math.max(1, Math.ceil((moment.getTime() - Date.now()) / 1000));
