/** What runs run: each lab as a run began with it, whatever has become of it since; or, for who writes it, as it is now. */
import type { Run } from '#lib/server/db/index.ts';
import { Editions, type Lab } from '#lib/server/labs/index.ts';
import type { RunsOptions } from './options.ts';

export class Contents {
	readonly editions: Editions;
	readonly #options: Pick<RunsOptions, 'labs' | 'log' | 'follow'>;

	constructor(options: Pick<RunsOptions, 'labs' | 'log' | 'follow' | 'editions'>) {
		this.#options = options;
		this.editions = options.editions ?? new Editions(null);
	}

	/** The lab as it is now. */
	lab = (labId: string): Lab | null => this.#options.labs.lab(labId);

	/** The lab as this run began with it. */
	of(run: Pick<Run, 'labId' | 'digest'>): Lab | null {
		const now = this.lab(run.labId);
		if (now && (this.#options.follow || now.digest === run.digest)) return now;
		return this.editions.find(run.digest) ?? now;
	}

	/** Keep it as it is for those who begin now. Never throws. */
	keep(lab: Lab): void {
		this.editions.keep(lab).catch((error: unknown) => {
			this.#options.log.error(
				{ error, lab: lab.id },
				'a lab could not be copied: after a restart its runs see the new version'
			);
		});
	}

	title = (labId: string): string => this.lab(labId)?.title ?? labId;
}
