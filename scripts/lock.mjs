/**
 * A lock between processes: a file that names its owner. A lock whose owner is gone is taken
 * over. No dependencies; runs on Node 18.
 */
import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readOrEmpty } from './run.mjs';

/**
 * Take the lock, waiting for who has it.
 * @param {string} path
 * @param {(pid: number) => void} onWait called once if somebody else has it
 * @returns {Promise<() => void>} gives it back
 */
export async function lock(path, onWait) {
	mkdirSync(dirname(path), { recursive: true });
	let waited = false;
	while (!take(path)) {
		const owner = readOrEmpty(path);
		if (owner && !isAlive(owner)) {
			bury(path, owner);
			continue;
		}
		if (!waited && owner) onWait(parseInt(owner));
		waited = true;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return () => {
		if (readOrEmpty(path) === identity(process.pid)) rmSync(path, { force: true });
	};
}

/**
 * The file appears with its content, or not at all: nobody ever reads a half-written one.
 * @param {string} path
 */
function take(path) {
	const draft = `${path}.${process.pid}`;
	writeFileSync(draft, identity(process.pid));
	try {
		linkSync(draft, path);
		return true;
	} catch {
		return false;
	} finally {
		rmSync(draft, { force: true });
	}
}

/**
 * A pid and, where the system tells, when it was born: pids are used again.
 * @param {number} pid
 */
function identity(pid) {
	const born = readOrEmpty(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[19] ?? '';
	return `${pid} ${born}\n`;
}

/** @param {string} owner */
function isAlive(owner) {
	const pid = parseInt(owner);
	try {
		process.kill(pid, 0);
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
	}
	return identity(pid) === owner;
}

/**
 * Remove a dead owner's lock. Of two who try, one wins; and if a living owner came in between, the
 * lock goes back to them.
 * @param {string} path
 * @param {string} owner
 */
function bury(path, owner) {
	const grave = `${path}.${process.pid}.dead`;
	try {
		renameSync(path, grave);
		if (readOrEmpty(grave) !== owner) linkSync(grave, path);
	} catch {
		// The other one was quicker.
	} finally {
		rmSync(grave, { force: true });
	}
}
