import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MEMORY, openDb, sessions, users } from './index.ts';
import { findMigrations, migrateTo } from './migrate.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'labwright-db-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const moment = new Date('2026-01-02T03:04:05Z');
const ada = { name: 'Ada', passwordHash: 'x', role: 'learner', createdAt: moment } as const;
const session = (userId: number) => ({ id: 'abc', userId, createdAt: moment, expiresAt: moment });

describe('opening', () => {
	it('makes the folder, keeps rows over a reopen, and migrates once', () => {
		const home = join(folder, 'deep', 'data');
		const first = openDb(home);
		first.insert(users).values(ada).run();
		first.$client.close();

		const again = openDb(home);
		expect(again.select().from(users).all()).toMatchObject([ada]);
		again.$client.close();
	});

	it('writes ahead, to the disk, with foreign keys on', () => {
		const { $client } = openDb(folder);
		expect($client.pragma('journal_mode', { simple: true })).toBe('wal');
		expect($client.pragma('synchronous', { simple: true })).toBe(2);
		expect($client.pragma('foreign_keys', { simple: true })).toBe(1);
		expect($client.pragma('busy_timeout', { simple: true })).toBe(5000);
		$client.close();
	});

	it('lets only its owner read the file', () => {
		openDb(folder).$client.close();
		expect(statSync(join(folder, 'labwright.db')).mode & 0o777).toBe(0o600);
	});

	it('refuses a session of nobody, and ends sessions with their owner', () => {
		const db = openDb(MEMORY);
		expect(() => db.insert(sessions).values(session(99)).run()).toThrow(/FOREIGN KEY/);

		const { id } = db.insert(users).values(ada).returning().get();
		db.insert(sessions).values(session(id)).run();
		db.delete(users).where(eq(users.id, id)).run();
		expect(db.select().from(sessions).all()).toEqual([]);
	});

	it('refuses a database that a newer version wrote', () => {
		const db = openDb(folder);
		db.$client.exec(`insert into __drizzle_migrations (hash, created_at) values ('later', 99999999999999)`);
		db.$client.close();
		expect(() => openDb(folder)).toThrow(/newer version of Labwright/);
	});
});

describe('migrations', () => {
	/** The project's own migrations and one more, whose SQL is given. */
	function withOneMore(sql: string): string {
		const more = join(folder, 'migrations');
		cpSync(findMigrations(), more, { recursive: true });
		const file = join(more, 'meta/_journal.json');
		const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: object[] };
		journal.entries.push({
			idx: 99,
			version: '6',
			when: 90_000_000_000_000,
			tag: '0099_more',
			breakpoints: true
		});
		writeFileSync(file, JSON.stringify(journal));
		writeFileSync(join(more, '0099_more.sql'), sql);
		return more;
	}

	it('that rebuild a table keep the rows that hang on it', () => {
		const db = openDb(MEMORY);
		const { id } = db.insert(users).values(ada).returning().get();
		db.insert(sessions).values(session(id)).run();

		migrateTo(
			db,
			withOneMore(`CREATE TABLE new_users AS SELECT * FROM users;--> statement-breakpoint
				DROP TABLE users;--> statement-breakpoint
				ALTER TABLE new_users RENAME TO users;--> statement-breakpoint
				CREATE UNIQUE INDEX new_users_id ON users (id);`)
		);
		expect(db.select().from(sessions).all()).toHaveLength(1);
		expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1);
	});

	it('that leave rows without what they refer to are reported', () => {
		const db = openDb(MEMORY);
		const { id } = db.insert(users).values(ada).returning().get();
		db.insert(sessions).values(session(id)).run();
		expect(() => migrateTo(db, withOneMore('DELETE FROM users;'))).toThrow(
			/1 rows refer to .* sessions to users/
		);
	});

	it('are found from the source and from the bundle, wherever the process was started', () => {
		const bundle = join(folder, 'build/server/chunks');
		mkdirSync(bundle, { recursive: true });
		cpSync(findMigrations(), join(folder, 'src/lib/server/db/migrations'), { recursive: true });
		expect(findMigrations(bundle)).toBe(join(folder, 'src/lib/server/db/migrations'));
		expect(findMigrations()).toBe(join(import.meta.dirname, 'migrations'));
	});
});
