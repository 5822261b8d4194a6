/** What the engine notices about a run's machines, told to the learner whose they are. */
import type { Bulletin } from '../bulletin.ts';
import type { Run } from '#lib/server/db/index.ts';
import type { Incident, SandboxEngine } from '#lib/server/sandbox/index.ts';
import type { RunRows } from './rows.ts';
import { sandboxName } from './starting.ts';

export interface IncidentsOptions {
	engine: Pick<SandboxEngine, 'onIncident'>;
	rows: RunRows;
	bulletin: Bulletin;
	mark?: (runId: number, kind: 'incident', text: string) => void;
	/** The machines were stopped: the run is over, for this reason. */
	stop(run: Run, reason: string): Promise<void>;
}

/** How long a notice stays on the page. */
const NOTICE_MILLISECONDS = 2 * 60_000;

export class Incidents {
	readonly #options: IncidentsOptions;
	readonly #notices = new Map<number, Pick<Incident, 'text' | 'at'>>();
	#leave = () => {};

	constructor(options: IncidentsOptions) {
		this.#options = options;
	}

	open(): void {
		this.#leave = this.#options.engine.onIncident((incident) => void this.#befell(incident));
	}

	close(): void {
		this.#leave();
	}

	/** The last thing that befell a run's machines, for a while; null when all is well. */
	notice(run: Run): string | null {
		const notice = this.#notices.get(run.id);
		return notice && Date.now() - notice.at.getTime() < NOTICE_MILLISECONDS ? notice.text : null;
	}

	async #befell({ sandbox, kind, text, at }: Incident): Promise<void> {
		const run = this.#options.rows.allActive().find((run) => sandboxName(run) === sandbox);
		if (!run) return;
		this.#options.mark?.(run.id, 'incident', text);
		if (kind === 'disk') return this.#options.stop(run, `${text} Your results are kept.`);
		this.#notices.set(run.id, { text, at });
		this.#options.bulletin.tell(run.userId);
	}
}
