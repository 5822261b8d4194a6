/**
 * Editions: labs as they were when somebody began them, kept while anybody is still at work on
 * one. In memory for every page and check, and as a copy of the folder for after a restart.
 *
 * Knows nothing of who is at work: whoever does says which digests are wanted.
 */
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Lab } from './lab.ts';
import { loadLab } from './load-lab.ts';

export class Editions {
	readonly #folder: string | null;
	readonly #labs = new Map<string, Lab>();

	/** `folder` holds the copies, and nothing else; null keeps editions in memory only. */
	constructor(folder: string | null) {
		this.#folder = folder;
	}

	find(digest: string): Lab | null {
		return this.#labs.get(digest) ?? null;
	}

	/** It is found from now on; the promise is of the copy, and rejects when the disk refuses it. */
	async keep(lab: Lab): Promise<void> {
		const known = this.#labs.has(lab.digest);
		this.#labs.set(lab.digest, this.#labs.get(lab.digest) ?? lab);
		if (known || this.#folder === null || lab.folder.startsWith(this.#folder)) return;
		const path = placeOf(lab);
		const making = join(this.#folder, `.${lab.digest}-${process.pid}-${performance.now()}`);
		await mkdir(dirname(join(making, path)), { recursive: true, mode: 0o700 });
		try {
			await cp(lab.folder, join(making, path), { recursive: true, dereference: true });
			await this.#putInPlace(lab, making, path);
		} finally {
			await rm(making, { recursive: true, force: true });
		}
	}

	/** Read the copies of these editions: after a restart. What cannot be read is left out. */
	async open(digests: Iterable<string>): Promise<void> {
		await this.#remove((name) => name.startsWith('.')); // half a copy, from a crash
		for (const digest of digests) {
			if (this.#folder === null || this.#labs.has(digest)) continue;
			const lab = await readCopy(join(this.#folder, digest)).catch(() => null);
			if (lab?.digest === digest) this.#labs.set(digest, lab);
		}
	}

	/** Forget every edition that nobody works on. It is asked at the last moment: somebody may begin meanwhile. */
	async drop(isWanted: (digest: string) => boolean): Promise<void> {
		for (const digest of this.#labs.keys()) if (!isWanted(digest)) this.#labs.delete(digest);
		await this.#remove((name) => !name.startsWith('.') && !isWanted(name));
	}

	async #remove(isOver: (name: string) => boolean) {
		if (this.#folder === null) return;
		const names = await readdir(this.#folder).catch(() => []);
		for (const name of names)
			if (isOver(name)) await rm(join(this.#folder, name), { recursive: true, force: true });
	}

	/** The author may have saved a file while it was copied: only a true copy is kept. */
	async #putInPlace(lab: Lab, making: string, path: string) {
		if (this.#folder === null) return;
		const copy = await loadLab(join(making, path));
		if (copy.lab?.digest !== lab.digest) return;
		const kept = join(this.#folder, lab.digest);
		const isFirst = await rename(making, kept).then(
			() => true,
			() => false // somebody was faster
		);
		// Its pictures come from the copy: the author's folder moves on.
		if (isFirst && this.#labs.get(lab.digest) === lab)
			this.#labs.set(lab.digest, { ...lab, folder: join(kept, path) });
	}
}

const placeOf = ({ courseId, moduleId, folder }: Lab) => join(courseId, moduleId, basename(folder));

/** The one lab below this folder, three levels down as in labs/. */
async function readCopy(folder: string): Promise<Lab | null> {
	let path = folder;
	for (let level = 0; level < 3; level++) path = join(path, (await readdir(path))[0] ?? '');
	return (await loadLab(path)).lab;
}
