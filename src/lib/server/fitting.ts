/**
 * Labs that this machine can run. What one asks for and can never have here is said to those who
 * can do something about it; learners do not meet the lab at all.
 *
 * Knows nothing of how full the machine is: who meets a full one waits in line.
 */
import type { Course, Lab, Labs } from './labs/index.ts';
import type { Log } from './log.ts';
import { neverHas } from './scenes/index.ts';
import type { SandboxEngine } from './sandbox/index.ts';

export interface FittingOptions {
	labs: Labs;
	engine: Pick<SandboxEngine, 'abilities' | 'machine'>;
	log: Log;
}

/** The operator may give the machine more at any time. */
const EVERY_MILLISECONDS = 60_000;

export class Fitting {
	readonly #options: FittingOptions;
	/** Sentences by the id of a lab; only of those that lack something. */
	#lacks = new Map<string, string[]>();
	#timer: NodeJS.Timeout | undefined;
	#looking: Promise<void> = Promise.resolve();
	#leave = () => {};
	/** The catalogue without them. */
	readonly fitting: Labs;

	constructor(options: FittingOptions) {
		this.#options = options;
		this.fitting = this.#without(options.labs);
	}

	/** Look now, whenever a lab changes, and now and then. */
	async open(): Promise<void> {
		this.#leave = this.#options.labs.onChange(() => void this.look());
		this.#timer = setInterval(() => void this.look(), EVERY_MILLISECONDS);
		await this.look();
	}

	async close(): Promise<void> {
		clearInterval(this.#timer);
		this.#leave();
		await this.#looking;
	}

	/** Why this lab cannot run here, in sentences; none when it can. */
	lacks = (labId: string): string[] => this.#lacks.get(labId) ?? [];

	/** The catalogue as this person has it: who can mend what is lacking sees everything. */
	labsFor = (user: { role: string } | null): Labs =>
		user && user.role !== 'learner' ? this.#options.labs : this.fitting;

	/** Look at every lab, one look after the other. Never throws. */
	look(): Promise<void> {
		this.#looking = this.#looking.then(() => this.#look());
		return this.#looking;
	}

	async #look(): Promise<void> {
		const { labs, engine, log } = this.#options;
		try {
			const found = await Promise.all(
				labs.all().map(async (lab) => [lab.id, await neverHas(engine, lab)] as const)
			);
			this.#lacks = new Map(found.filter(([, lacks]) => lacks.length > 0));
		} catch (error) {
			// An engine that does not answer says nothing about labs: what was known stays.
			log.debug({ error }, 'it could not be seen which labs this machine can run');
		}
	}

	#fits = ({ id }: Pick<Lab, 'id'>): boolean => !this.#lacks.has(id);

	#without(labs: Labs): Labs {
		const course = (whole: Course | null): Course | null => {
			if (!whole || this.#lacks.size === 0) return whole;
			const modules = whole.modules
				.map((module) => ({ ...module, labs: module.labs.filter(this.#fits) }))
				.filter((module) => module.labs.length > 0);
			return modules.length > 0 || whole.modules.length === 0 ? { ...whole, modules } : null;
		};
		return {
			courses: () => labs.courses().flatMap((one) => course(one) ?? []),
			course: (id) => course(labs.course(id)),
			tracks: labs.tracks,
			track: labs.track,
			all: () => labs.all().filter(this.#fits),
			lab: (id) => (this.#lacks.has(id) ? null : labs.lab(id)),
			problems: labs.problems,
			onChange: (listener) => labs.onChange(listener),
			close: () => labs.close()
		};
	}
}
