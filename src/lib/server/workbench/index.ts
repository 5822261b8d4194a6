/**
 * Workbench: one author at one lab, with everything in view that learners never see. Who saves a
 * check sees it run in the living machines; who saves the scene is told that they are of an older
 * one; and every look of a check is there with all it said.
 *
 * Only there when the server was started for one lab (`lab dev`). Knows nothing of the web.
 */
import type { Bulletin } from '../bulletin.ts';
import type { Run } from '#lib/server/db/index.ts';
import type { Lab, Labs, Problem } from '#lib/server/labs/index.ts';
import type { Look, Runs } from '#lib/server/runs/index.ts';
import { changedChecks, sameScene, scriptChecks } from './changes.ts';
import { LookBook, type LookEntry } from './look-book.ts';

export type { LookEntry } from './look-book.ts';

export interface WorkbenchView {
	/** What keeps the files from being a lab comes first. */
	problems: Problem[];
	/** The machines were set by an older version of the scene. */
	sceneChanged: boolean;
	/** Those that ask a machine, hidden ones too. */
	checks: { task: string; check: string }[];
	/** Newest first. */
	looks: LookEntry[];
}

export interface WorkbenchOptions {
	labs: Labs;
	runs: Pick<Runs, 'current' | 'begun' | 'look'>;
	bulletin: Bulletin;
	onError: (error: unknown) => void;
}

export class Workbench {
	readonly #options: WorkbenchOptions;
	readonly #looks = new LookBook();
	#lab: Lab | null;
	#author: number | null = null;
	readonly #stop: () => void;

	constructor(options: WorkbenchOptions) {
		this.#options = options;
		this.#lab = options.labs.all()[0] ?? null;
		this.#stop = options.labs.onChange(() => {
			this.#follow().catch((error: unknown) => options.onError(error));
		});
	}

	/** The lab at work, as it was last sound. */
	get lab(): Lab | null {
		return this.#lab;
	}

	/** Who works here: news are for them. */
	enter(userId: number): void {
		this.#author = userId;
	}

	saw(look: Look): void {
		this.#looks.write(look);
		this.#tell();
	}

	view(run: Run | null): WorkbenchView {
		const begun = run && this.#options.runs.begun(run);
		const isOn = run !== null && run.endedAt === null;
		const problems = this.#options.labs.problems();
		return {
			problems: problems.toSorted((a, b) => Number(a.hides === null) - Number(b.hides === null)),
			sceneChanged: Boolean(isOn && begun && this.#lab && !sameScene(begun, this.#lab)),
			checks: this.#lab ? scriptChecks(this.#lab) : [],
			looks: isOn ? this.#looks.of(run) : []
		};
	}

	close(): void {
		this.#stop();
	}

	/** A file was saved. */
	async #follow(): Promise<void> {
		const { labs, runs } = this.#options;
		const [before, now] = [this.#lab, labs.all()[0] ?? null];
		this.#lab = now;
		this.#tell();
		const run = now && this.#author !== null ? runs.current(this.#author, now.id) : null;
		if (!before || !now || !run?.readyAt) return;
		for (const place of changedChecks(before, now)) await runs.look(run, now, place);
		this.#tell();
	}

	#tell() {
		if (this.#author !== null) this.#options.bulletin.tell(this.#author);
	}
}
