/**
 * How the hosts of runs are, for the pictures on learners' pages: looked at together, every few
 * seconds while somebody has such a page open. Who sees a change is told.
 */
import type { Bulletin } from '../bulletin.ts';
import type { Run } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import type { HostState, HostStates, SandboxEngine } from '#lib/server/sandbox/index.ts';
import type { RunRows } from './rows.ts';
import { sandboxName } from './starting.ts';

export interface LookingOptions {
	engine: Pick<SandboxEngine, 'states'>;
	rows: RunRows;
	bulletin: Bulletin;
	labOf: (run: Run) => Lab | null;
}

const EVERY_MILLISECONDS = 2500;

export class HostLook {
	readonly #options: LookingOptions;
	#seen: HostStates = new Map();
	#timer: NodeJS.Timeout | undefined;
	#looking = false;

	constructor(options: LookingOptions) {
		this.#options = options;
	}

	open(): void {
		this.#timer = setInterval(() => void this.look(), EVERY_MILLISECONDS);
	}

	close(): void {
		clearInterval(this.#timer);
	}

	/** Those its learner knows of, as they were seen last. Machines that are up by what the row says, and not looked at yet, are up. */
	of(run: Run): Record<string, HostState> {
		const known = this.#options.labOf(run)?.hosts.filter(({ hidden }) => !hidden) ?? [];
		const hosts = known.map(({ name }) => name);
		const seen = this.#seen.get(sandboxName(run));
		const unseen = run.readyAt ? 'up' : 'starting';
		return Object.fromEntries(hosts.map((host) => [host, seen?.[host] ?? (seen ? 'down' : unseen)]));
	}

	/** Look now. Never throws: an engine that does not answer has changed nothing. */
	async look(): Promise<void> {
		const { rows, bulletin, engine } = this.#options;
		const watched = rows.allActive().filter(({ userId }) => bulletin.isHeard(userId));
		if (watched.length === 0 || this.#looking) return;
		this.#looking = true;
		const before = this.#seen;
		this.#seen = await engine
			.states()
			.catch(() => before)
			.finally(() => (this.#looking = false));
		for (const run of watched) {
			const name = sandboxName(run);
			if (written(before.get(name)) !== written(this.#seen.get(name))) bulletin.tell(run.userId);
		}
	}
}

const written = (states: Record<string, HostState> = {}) => JSON.stringify(Object.entries(states).sort());
