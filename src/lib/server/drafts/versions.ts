/**
 * Versions of drafts: folders below one, each read once and held against the images that are here.
 * A version is never changed. Knows nothing of whose it is.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lab, Problem } from '#lib/server/labs/index.ts';
import type { Log } from '../log.ts';
import { missingImages } from './images.ts';
import { readVersion } from './place.ts';

export interface Version {
	/** Null when something in it must be mended first. */
	lab: Lab | null;
	/** The same; null as well where an image that it asks for is not here. */
	usable: Lab | null;
	problems: Problem[];
}

const NOTHING: Version = { lab: null, usable: null, problems: [] };
/** Whoever has just begun a lab still has its folder copied. */
const LATER_MILLISECONDS = 60_000;

export class Versions {
	readonly #options: { folder: string; containers: string; log: Log };
	readonly #read = new Map<string, Version>();
	readonly #later = new Set<NodeJS.Timeout>();

	constructor(options: { folder: string; containers: string; log: Log }) {
		this.#options = options;
	}

	/** Read these, and take away all others: what was cut off, and what could not be removed. */
	async open(wanted: Set<string>): Promise<void> {
		for (const name of await readdir(this.#options.folder).catch(() => []))
			if (!wanted.has(name)) await rm(this.path(name), { recursive: true, force: true });
		for (const name of wanted) await this.read(name);
	}

	close(): void {
		for (const timer of this.#later) clearTimeout(timer);
	}

	path = (name: string): string => join(this.#options.folder, name);

	/** As it was read last. */
	find = (name: string): Version => this.#read.get(name) ?? NOTHING;

	/** Never throws: what cannot be read is no lab. */
	async read(name: string): Promise<Version> {
		const { containers, log } = this.#options;
		const version = await readVersion(this.path(name)).catch((error: Error) => {
			log.error({ error, name }, 'a draft cannot be read');
			return NOTHING;
		});
		const missing = version.lab ? await missingImages(version.lab, containers) : [];
		const usable = missing.length > 0 ? null : version.lab;
		const read = { lab: version.lab, usable, problems: [...version.problems, ...missing] };
		this.#read.set(name, read);
		return read;
	}

	async discard(name: string): Promise<void> {
		this.#read.delete(name);
		await rm(this.path(name), { recursive: true, force: true });
	}

	/** What learners had goes a minute later, or when the server starts again. */
	discardLater(name: string): void {
		const timer = setTimeout(() => {
			this.#later.delete(timer);
			void this.discard(name).catch((error: Error) => process.emitWarning(error));
		}, LATER_MILLISECONDS).unref();
		this.#later.add(timer);
	}
}
