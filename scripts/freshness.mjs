/** Is what was made newer than what it was made from? No dependencies; runs on Node 18. */
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * When something below these paths last changed, in milliseconds since 1970; 0 if none is there.
 * Folders count too: their time tells of files that came or went.
 * @param {string[]} paths
 * @param {(name: string) => boolean} [matters]
 * @returns {number}
 */
export function newest(paths, matters = () => true) {
	return Math.max(0, ...paths.map((path) => newestBelow(path, matters)));
}

/**
 * @param {string} path
 * @param {(name: string) => boolean} matters
 * @returns {number}
 */
function newestBelow(path, matters) {
	const facts = statSync(path, { throwIfNoEntry: false });
	if (!facts) return 0;
	if (!facts.isDirectory()) return facts.mtimeMs;
	const below = readdirSync(path, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() || matters(entry.name))
		.map((entry) => join(path, entry.name));
	return Math.max(facts.mtimeMs, newest(below, matters));
}

/**
 * When this was made; 0 if it is not there.
 * @param {string} path
 */
export const madeAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/**
 * Date a thing to when its making began, so that what changed meanwhile counts as newer.
 * @param {string} path written, empty, if it is not there
 * @param {number} began milliseconds since 1970
 */
export function mark(path, began) {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, '', { flag: 'a' });
	utimesSync(path, began / 1000, began / 1000);
}
