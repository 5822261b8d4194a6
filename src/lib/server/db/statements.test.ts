import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compileOnce } from './statements.ts';

const children = sqliteTable('children', { id: integer().primaryKey(), parent: integer().notNull() });

let client: Database.Database;
beforeEach(() => {
	client = new Database(':memory:');
	client.pragma('foreign_keys = ON');
	client.exec(`create table parents (id integer primary key);
		create table children (id integer primary key,
			parent integer not null references parents (id) deferrable initially deferred);
		insert into parents values (1);`);
	compileOnce(client);
});
afterEach(() => client.close());

const add = (parent: number) => drizzle(client).insert(children).values({ parent }).returning().get();
const count = () => client.prepare('select count(*) from children').pluck().get();

// A deferred key is looked at when the statement commits: what a full disk refuses is refused there, too.
it('a row whose commit fails is not returned as if it were kept', () => {
	expect(() => add(2)).toThrow(/FOREIGN KEY/);
	expect(count()).toBe(0);
	expect(add(1)).toEqual({ id: 1, parent: 1 });
	expect(() => add(3)).toThrow(/FOREIGN KEY/); // compiled once, and heard each time
	expect(count()).toBe(1);
});

it('a row is returned once, and nothing where there is none', () => {
	add(1);
	const gone = client.prepare('delete from children where parent = ? returning id');
	expect(gone.get(1)).toEqual({ id: 1 });
	expect(gone.get(1)).toBeUndefined();
});
