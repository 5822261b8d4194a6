/** One lab's folder by itself, wherever it lies: for those who write it. */
import { basename, dirname, resolve } from 'node:path';
import { Findings } from './findings.ts';
import { readFolder } from './folder.ts';
import type { Lab, Problem } from './lab.ts';
import { readLab } from './read-lab.ts';

export interface LoadedLab {
	/** Null when something in it must be mended first. */
	lab: Lab | null;
	problems: Problem[];
	/** Contents by path below the folder; empty when the folder is refused. */
	files: ReadonlyMap<string, Buffer>;
}

/**
 * Read a lab as the catalogue would. Files of its problems are named below the course's parent.
 *
 * @throws when there is no such folder.
 */
export async function loadLab(path: string): Promise<LoadedLab> {
	const folder = resolve(path);
	const module = dirname(folder);
	const course = dirname(module);
	const name = [course, module, folder].map((part) => basename(part)).join('/');
	const findings = new Findings();
	const read = await readFolder(folder, name, findings);
	if (!read) return { lab: null, problems: findings.problems(name), files: new Map() };
	return { ...readLab(read, basename(course), basename(module)), files: read.files };
}
