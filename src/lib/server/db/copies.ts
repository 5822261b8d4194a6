/** The database as a file: copied while others write to it, held while it is replaced, looked at for damage. */
import { closeSync, existsSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { appliedMigrations, knownMigrations } from './migrate.ts';
import { databaseIn, openDb } from './open.ts';

/** Pages a step, once the first hundred are over: all that are left, so that no writer makes it begin again. */
const ALL_PAGES = 0x7fffffff;

/**
 * Copy the database below `folder` to the file `to` as it is at one moment, however much is written
 * meanwhile. False when there is no database there.
 */
export async function copyDb(folder: string, to: string): Promise<boolean> {
	if (!existsSync(databaseIn(folder))) return false;
	closeSync(openSync(to, 'wx', 0o600));
	const client = new Database(databaseIn(folder), { fileMustExist: true, timeout: 5000 });
	try {
		await client.backup(to, { progress: () => ALL_PAGES });
	} finally {
		client.close();
	}
	return true;
}

/** The last migration that was applied to it: milliseconds since 1970, 0 for none. */
function migrationOf(file: string): number {
	const client = new Database(file, { fileMustExist: true, readonly: true });
	try {
		return Math.max(0, ...appliedMigrations(client));
	} finally {
		client.close();
	}
}

/**
 * Why this code cannot go on with that database, as a sentence; null when it can. An older one is
 * brought up to date as at any start; one that went another way is not.
 */
export function strangeTo(file: string): string | null {
	const known = knownMigrations();
	const last = migrationOf(file);
	if (last > Math.max(...known)) {
		return 'It was made by a newer version of Labwright. Install that version, then restore.';
	}
	if (!known.includes(last)) {
		return 'Its database was made by a version that this one does not come after. Install the version that made it, then restore.';
	}
	return null;
}

/**
 * Bring the database below `folder` up to date and look at every page of it.
 *
 * @throws a sentence when it is damaged.
 */
export function provenDb(folder: string): void {
	const db = openDb(folder);
	try {
		const [found] = db.$client.pragma('integrity_check(1)') as { integrity_check: string }[];
		if (found?.integrity_check !== 'ok') {
			throw new Error(`The database is damaged: ${found?.integrity_check ?? 'it cannot be read'}.`);
		}
		db.$client.pragma('journal_mode = DELETE'); // one file, with everything in it
	} finally {
		db.$client.close();
	}
}

/**
 * Keep everybody else out of the database below `folder` until the answer is called; null when
 * somebody has it open. The locks are the system's own: a process that died holds none.
 */
export function holdDb(folder: string): (() => void) | null {
	if (!existsSync(databaseIn(folder))) return () => undefined;
	const client = new Database(databaseIn(folder), { timeout: 0 });
	try {
		client.pragma('locking_mode = EXCLUSIVE');
		client.pragma('journal_mode = DELETE'); // only who is alone may leave write-ahead
		client.exec('BEGIN EXCLUSIVE');
	} catch (error) {
		client.close();
		if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return null;
		throw error;
	}
	return () => client.close();
}
