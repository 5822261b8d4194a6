/**
 * A lab's folder, read once and whole. Nothing outside of it is ever followed to, and nothing in
 * it can hold the reader up: links that leave, pipes, devices and floods of files are refused.
 */
import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { top, type Findings } from './findings.ts';

const MAX_FILES = 2000;
const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_BYTES = 50 * 1024 * 1024;
const MAX_DEPTH = 8;

/** Left behind by editors, version control and interpreters; never part of a lab. */
const IGNORED = /^\.|~$|\.swp$|^__pycache__$/;

export interface Folder {
	/** Absolute path. */
	path: string;
	/** Path below labs/, as problems name it. */
	name: string;
	/** Contents by path below the folder, with `/` between the parts, in sorted order. */
	files: ReadonlyMap<string, Buffer>;
	/** SHA-256 over the sorted paths and contents, in hex. */
	digest: string;
}

/** Null when something in it is refused or unreadable; the findings then say what. */
export async function readFolder(path: string, name: string, findings: Findings): Promise<Folder | null> {
	const reader = new FolderReader(path, name, findings);
	await reader.read('', 0);
	if (findings.broken) return null;
	const files = new Map([...reader.files].sort(([a], [b]) => (a < b ? -1 : 1)));
	return { path, name, files, digest: digestOf(files) };
}

/** A file's text, or null where there is none. */
export const textOf = ({ files }: Folder, path: string) => files.get(path)?.toString('utf8') ?? null;

/** Lengths stand between the parts, so that no two folders can read the same. */
function digestOf(files: ReadonlyMap<string, Buffer>): string {
	const hash = createHash('sha256');
	for (const [path, content] of files) hash.update(`${path}\0${content.length}\0`).update(content);
	return hash.digest('hex');
}

class FolderReader {
	readonly files = new Map<string, Buffer>();
	#bytes = 0;
	#root: string;
	#name: string;
	#findings: Findings;

	constructor(root: string, name: string, findings: Findings) {
		this.#root = root;
		this.#name = name;
		this.#findings = findings;
	}

	async read(below: string, depth: number): Promise<void> {
		if (depth > MAX_DEPTH) return this.#refuse(below, `Folders in a lab go at most ${MAX_DEPTH} deep.`);
		const entries = (await readdir(join(this.#root, below))).filter((name) => !IGNORED.test(name)).sort();
		for (const name of entries) {
			if (this.files.size >= MAX_FILES) return this.#refuse(below, `A lab holds at most ${MAX_FILES} files.`);
			await this.#entry(below ? `${below}/${name}` : name, depth);
		}
	}

	async #entry(path: string, depth: number) {
		try {
			const kind = await lstat(join(this.#root, path));
			if (kind.isDirectory()) await this.read(path, depth + 1);
			else if (kind.isSymbolicLink()) await this.#link(path);
			else if (kind.isFile()) await this.#file(path, kind.size);
			else
				this.#refuse(
					path,
					'Only files, folders and links may be in a lab; this is a pipe, socket or device.'
				);
		} catch (error) {
			this.#refuse(path, `This cannot be read (${code(error)}). Look at its owner and mode.`);
		}
	}

	/** A link to a file of the same folder is a file; every other link is refused. */
	async #link(path: string) {
		const target = await realpath(join(this.#root, path));
		const inside = target.startsWith((await realpath(this.#root)) + sep);
		if (!inside)
			return this.#refuse(path, 'This link leaves the lab’s folder. Copy the file it points to instead.');
		const kind = await lstat(target);
		if (!kind.isFile()) return this.#refuse(path, 'A link must point to a file, not to a folder.');
		await this.#file(path, kind.size);
	}

	async #file(path: string, bytes: number) {
		this.#bytes += bytes;
		if (bytes > MAX_FILE_BYTES) return this.#refuse(path, 'A file of a lab holds at most 10 MiB.');
		if (this.#bytes > MAX_BYTES) return this.#refuse(path, 'A lab holds at most 50 MiB in all.');
		this.files.set(path, await readFile(join(this.#root, path)));
	}

	#refuse(path: string, message: string) {
		this.#findings.error(top(join(this.#name, path)), message);
	}
}

const code = (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error);
