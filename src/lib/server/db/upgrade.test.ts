import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MEMORY, openDb } from './index.ts';
import { findMigrations, migrateTo } from './migrate.ts';
import * as schema from './schema.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'labwright-upgrade-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Journal {
	entries: { tag: string }[];
}
const journalIn = (at: string) => JSON.parse(readFileSync(join(at, 'meta/_journal.json'), 'utf8')) as Journal;
const versions = journalIn(findMigrations()).entries.map(({ tag }, index) => ({ tag, count: index + 1 }));

/** A database as that version left it: its own migrations, and a row in every table. */
function madeBy(count: number): Map<string, number> {
	const migrations = join(folder, 'migrations');
	cpSync(findMigrations(), migrations, { recursive: true });
	const journal = journalIn(migrations);
	journal.entries.length = count;
	writeFileSync(join(migrations, 'meta/_journal.json'), JSON.stringify(journal));

	const client = new Database(join(folder, 'labwright.db'));
	migrateTo(drizzle(client, { schema }), migrations);
	client.pragma('foreign_keys = OFF'); // parents follow their children here
	const tables = tablesOf(client);
	for (const table of tables) putRow(client, table);
	expect(client.pragma('foreign_key_check')).toEqual([]);
	client.close();
	return new Map(tables.map((table) => [table, 1]));
}

const tablesOf = (client: Database.Database) =>
	(
		client
			.prepare(
				`select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like '\\_\\_%' escape '\\'`
			)
			.all() as { name: string }[]
	).map(({ name }) => name);

/** Ids are 1, so every reference finds its row. */
function putRow(client: Database.Database, table: string) {
	const columns = client.pragma(`table_info(${table})`) as { name: string; type: string }[];
	const marks = columns.map(() => '?').join(', ');
	const values = columns.map(({ type }) => (/text/i.test(type) ? '"x"' : 1));
	client
		.prepare(`insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')}) values (${marks})`)
		.run(values);
}

/** Every table with its columns, and every index: what the code relies on. */
function shapeOf(client: Database.Database) {
	const names = tablesOf(client).sort();
	return names.map((table) => ({
		table,
		columns: (client.pragma(`table_info(${table})`) as { name: string }[])
			.map(({ cid: _place, ...column }: { cid?: number; name: string }) => column)
			.sort((one, other) => one.name.localeCompare(other.name)),
		references: (client.pragma(`foreign_key_list(${table})`) as { from: string }[])
			.map(({ id: _number, ...reference }: { id?: number; from: string }) => reference)
			.sort((one, other) => one.from.localeCompare(other.from)),
		indexes: (client.pragma(`index_list(${table})`) as { name: string }[]).map(({ name }) => name).sort()
	}));
}

describe.each(versions)('a database of version $tag', ({ count }) => {
	it('keeps every row, and ends like a new one', () => {
		const before = madeBy(count);
		const upgraded = openDb(folder);
		for (const [table, rows] of before) {
			if (!tablesOf(upgraded.$client).includes(table)) continue;
			const { found } = upgraded.$client.prepare(`select count(*) as found from ${table}`).get() as {
				found: number;
			};
			expect({ table, rows: found }).toEqual({ table, rows });
		}
		const fresh = openDb(MEMORY);
		expect(shapeOf(upgraded.$client)).toEqual(shapeOf(fresh.$client));
		expect(upgraded.$client.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
		fresh.$client.close();
		upgraded.$client.close();
	});
});
