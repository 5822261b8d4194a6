/**
 * Lessons: a class at work at the same time. Who asks for help, what is said to everybody, where
 * everybody is, what is done to all their machines, and what their work says about the labs.
 *
 * Knows who is in a class and what they did; knows nothing of the web. Who may ask is decided by
 * the pages, which find a class only through the room `classes`.
 */
import type { Db, HostChanges, Run } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import type { Progress } from '#lib/server/progress/index.ts';
import type { Bulletin } from '../bulletin.ts';
import type { Log } from '../log.ts';
import { Analytics } from './analytics.ts';
import { changesOn, type Askable } from './changes.ts';
import { Announcements } from './announcements.ts';
import { board, type Seat } from './board.ts';
import { Help } from './help.ts';
import { Machines, type RunsOfClass } from './machines.ts';
import { pseudonym } from './pseudonym.ts';
import { hearOf } from './news.ts';
import { Shown } from './shown.ts';
import { signalsOf, type Signal, type SignalsOptions } from './signals.ts';

export type { LabFigures, LabLine } from './analytics.ts';
export type { Said } from './announcements.ts';
export type { Seat } from './board.ts';
export type { Asked } from './help.ts';
export type { Signal } from './signals.ts';
export type { Spread } from './spread.ts';

export interface LessonsOptions {
	db: Db;
	bulletin: Bulletin;
	log: Log;
	progress: Progress;
	labs: { lab(id: string): Lab | null; tracks?(): { id: string; labs: string[] }[] };
	runs: RunsOfClass &
		Pick<SignalsOptions, 'values'> & {
			sandboxFor(userId: null, runId: number): Promise<{ sandbox: Askable } | null>;
		};
	/** Sandboxes that may wait at the same time; 0 when none may. */
	poolSize: number;
	/** Of this platform, for names that nobody can work out. */
	key: string;
}

export class Lessons {
	readonly help: Help;
	readonly announcements: Announcements;
	readonly machines: Machines;
	readonly analytics: Analytics;
	readonly shown: Shown;
	readonly #options: LessonsOptions;

	constructor(options: LessonsOptions) {
		this.help = new Help({ ...options, changes: this.#changes });
		this.announcements = new Announcements(options);
		this.machines = new Machines(options);
		this.analytics = new Analytics(options);
		this.shown = new Shown(options);
		this.#options = options;
	}

	open = (): void => this.machines.open();
	async close(): Promise<void> {
		await this.help.settled();
		await this.machines.close();
	}

	/** Null when the machines are gone, or nothing can be found out about them. */
	#changes = async (run: Run, lab: Lab): Promise<HostChanges[] | null> => {
		const { runs, log } = this.#options;
		try {
			const found = await runs.sandboxFor(null, run.id);
			return found && (await changesOn(found.sandbox, lab, run));
		} catch (error) {
			log.warn(
				{ error, run: run.id },
				'it could not be seen what has changed on the machines of a call for help'
			);
			return null;
		}
	};

	/** Everybody in a class and where they are; those for whom nothing has moved for longest first. */
	board(classId: number): Seat[] {
		const { db, labs, runs } = this.#options;
		const values = (userId: number, lab: Lab) => runs.values(userId, lab);
		return board({ db, labs, values, labOf: (run) => runs.labOf(run) }, classId);
	}

	/** What in the work of a class in one lab a person may want to look at. */
	signals(classId: number, lab: Lab): Signal[] {
		const { db, runs } = this.#options;
		return signalsOf({ db, values: (userId, of) => runs.values(userId, of) }, classId, lab);
	}

	/** Hear that something has changed for somebody in a class, at most once a second. Returns what ends it. */
	hearOf = (classId: number, listener: () => void): (() => void) => hearOf(this.#options, classId, listener);

	/** What somebody is called where their name shall not be read. */
	pseudonym = (userId: number): string => pseudonym(this.#options.key, userId);
}
