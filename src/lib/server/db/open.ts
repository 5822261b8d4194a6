import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Db } from './db.ts';
import { findMigrations, migrateTo } from './migrate.ts';
import * as schema from './schema.ts';
import { Settling, syncLog } from './settling.ts';
import { compileOnce } from './statements.ts';

export type { Db };

/** Instead of a folder: a database that ends with the process, for tests. */
export const MEMORY = ':memory:';

/** The file's name in that folder. */
export const DATABASE = 'labwright.db';

/** Wait this long for another process (a backup, a shell) to let go of the file. */
const BUSY_MILLISECONDS = 5000;

/**
 * Open the database below `folder`, making both where they are missing, and bring it up to date.
 *
 * A commit returns when it is on the disk, or, for who promises to wait for `settled` before
 * telling anybody of it, at once. Either way nothing tears: https://www.sqlite.org/wal.html
 *
 * @throws a sentence when the file was written by a newer version, or cannot be opened.
 */
export function openDb(folder: string, { waits = false } = {}): Db {
	const client = new Database(folder === MEMORY ? MEMORY : fileIn(folder), { timeout: BUSY_MILLISECONDS });
	try {
		client.pragma('journal_mode = WAL');
		client.pragma('secure_delete = ON'); // what is deleted is overwritten, in the file too
		client.pragma(`synchronous = ${waits ? 'NORMAL' : 'FULL'}`); // a passed check must outlive the power cut after it
		compileOnce(client);
		const settling = new Settling(() => (waits ? syncLog(databaseIn(folder)) : Promise.resolve()));
		const db = Object.assign(drizzle(client, { schema }), { settled: () => settling.settled() });
		migrateTo(db, findMigrations());
		return db;
	} catch (error) {
		client.close();
		throw error;
	}
}

/** Only the server's own account may read it: it holds password hashes. */
function fileIn(folder: string): string {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const file = databaseIn(folder);
	closeSync(openSync(file, 'a', 0o600));
	return file;
}

export const databaseIn = (folder: string) => join(folder, DATABASE);
