/**
 * Lessons: a class at work at the same time. Who asks for help, and what is said to everybody.
 *
 * Knows who is in a class and what they did; knows no machines, and nothing of the web. Who may
 * ask is decided by the pages, which find a class only through the room `classes`.
 */
import type { Db } from '#lib/server/db/index.ts';
import type { Progress } from '#lib/server/progress/index.ts';
import type { Bulletin } from '../bulletin.ts';
import { Announcements } from './announcements.ts';
import { Help } from './help.ts';
import { pseudonym } from './pseudonym.ts';

export type { Said } from './announcements.ts';
export type { Asked } from './help.ts';

export interface LessonsOptions {
	db: Db;
	bulletin: Bulletin;
	progress: Progress;
	/** Of this platform, for names that nobody can work out. */
	key: string;
}

export class Lessons {
	readonly help: Help;
	readonly announcements: Announcements;
	readonly #key: string;

	constructor(options: LessonsOptions) {
		this.help = new Help(options);
		this.announcements = new Announcements(options);
		this.#key = options.key;
	}

	/** What somebody is called where their name shall not be read. */
	pseudonym = (userId: number): string => pseudonym(this.#key, userId);
}
