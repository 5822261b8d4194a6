/** Bringing a database up to date with the schema this code was written for. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { Tables } from './db.ts';

const FOLDER = 'src/lib/server/db/migrations';
const JOURNAL = 'meta/_journal.json';

/**
 * The folder of migrations: below the first folder above `from` that has one. That is the
 * project's root, from the source as from the bundle in build/, whatever the working directory.
 */
export function findMigrations(from = import.meta.dirname): string {
	for (let root = from; ; root = dirname(root)) {
		const folder = join(root, FOLDER);
		if (existsSync(join(folder, JOURNAL))) return folder;
		if (root === dirname(root)) throw new Error(`The folder ${FOLDER} is missing above ${from}: restore it.`);
	}
}

/**
 * Apply what is missing, all or nothing. Foreign keys rest meanwhile: SQLite changes a table by
 * dropping the old one, and with them on that would delete every row that refers to it.
 *
 * @throws a sentence when the database is newer than this code, or rows would refer to nothing.
 */
export function migrateTo(db: Tables, folder: string): void {
	const before = newest(appliedMigrations(db.$client));
	if (before > newest(knownMigrations(folder))) {
		throw new Error(
			'The database was written by a newer version of Labwright. Start that version, or restore a backup made with this one.'
		);
	}
	db.$client.pragma('foreign_keys = OFF');
	migrate(db, { migrationsFolder: folder });
	if (newest(appliedMigrations(db.$client)) > before) refuseDangling(db);
	db.$client.pragma('foreign_keys = ON');
}

function refuseDangling(db: Tables): void {
	const dangling = db.$client.pragma('foreign_key_check') as { table: string; parent: string }[];
	const [first] = dangling;
	if (!first) return;
	throw new Error(
		`The database is damaged: ${dangling.length} rows refer to others that are missing, the first from ${first.table} to ${first.parent}. Restore a backup.`
	);
}

/** When each migration in the folder was written, in milliseconds since 1970. */
export function knownMigrations(folder = findMigrations()): number[] {
	const journal = JSON.parse(readFileSync(join(folder, JOURNAL), 'utf8')) as { entries: { when: number }[] };
	return journal.entries.map(({ when }) => when);
}

/** The same of those applied to a database: none on a new one. */
export function appliedMigrations(client: Tables['$client']): number[] {
	const there = client.prepare(`select 1 from sqlite_master where name = '__drizzle_migrations'`).get();
	if (!there) return [];
	const rows = client.prepare('select created_at as at from __drizzle_migrations').all();
	return (rows as { at: number | string }[]).map(({ at }) => Number(at));
}

const newest = (moments: number[]) => Math.max(0, ...moments);
