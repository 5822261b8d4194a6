/**
 * Which rows are about somebody, read off the tables.
 *
 * A row belongs to a person when a reference of its table that cascades leads to them, directly or
 * over other rows of theirs. A direct reference decides alone: a place in somebody's class is the
 * member's, not the teacher's. Rows that merely name them (who looked, who graded) are listed as well.
 */
import { eq, getTableColumns, getTableName, inArray, is, or, type SQL } from 'drizzle-orm';
import { getTableConfig, SQLiteTable, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import * as everything from '#lib/server/db/index.ts';
import type { Db } from '#lib/server/db/index.ts';

type Rows = Record<string, unknown>[];

interface Reference {
	from: SQLiteColumn;
	to: SQLiteTable;
	cascades: boolean;
}

/** What opens something, and is nobody's business: not even their own. */
const SECRET = /hash$|^secret$/i;
/** Rows asked for at a time: SQLite takes so many values and no more. */
const AT_ONCE = 500;

/** Every table's rows about this person, by the table's name, the account first. */
export function belongings(db: Db, userId: number): Map<string, Rows> {
	const tables = (Object.values(everything) as unknown[]).filter((one): one is SQLiteTable =>
		is(one, SQLiteTable)
	);
	const owned = new Map<SQLiteTable, Rows>([
		// With the account of their trials, and so with all that they tried.
		[
			everything.users,
			select(db, everything.users, [eq(everything.users.id, userId), eq(everything.users.trialOf, userId)])
		]
	]);
	for (let grown = true; grown;) {
		grown = false;
		for (const table of tables) {
			if (owned.has(table)) continue;
			const parents = owners(table).filter(({ to }) => owned.has(to));
			if (parents.length === 0 || !parents.every(({ to }) => owned.has(to))) continue;
			owned.set(table, select(db, table, conditions(parents, owned)));
			grown = true;
		}
	}
	for (const table of tables) {
		const naming = references(table).filter(({ to, cascades }) => to === everything.users && !cascades);
		if (naming.length === 0) continue;
		const named = select(
			db,
			table,
			naming.map(({ from }) => eq(from, userId))
		);
		owned.set(table, withoutTwins([...(owned.get(table) ?? []), ...named]));
	}
	return new Map([...owned].map(([table, rows]) => [getTableName(table), rows.map(withoutSecrets(table))]));
}

/** The references that decide whose a row is: to the person, else to other things that may be theirs. */
function owners(table: SQLiteTable): Reference[] {
	const cascading = references(table).filter(({ cascades }) => cascades);
	const direct = cascading.filter(({ to }) => to === everything.users);
	return direct.length > 0 ? direct : cascading;
}

function references(table: SQLiteTable): Reference[] {
	return getTableConfig(table).foreignKeys.flatMap((key) => {
		const { columns, foreignTable } = key.reference();
		const [from] = columns;
		return from && columns.length === 1
			? [{ from, to: foreignTable, cascades: key.onDelete === 'cascade' }]
			: [];
	});
}

function conditions(parents: Reference[], owned: Map<SQLiteTable, Rows>): SQL[] {
	return parents.flatMap(({ from, to }) => {
		const key = keyOf(to);
		const ids = (owned.get(to) ?? []).map((row) => row[key] as number);
		const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, part) =>
			ids.slice(part * AT_ONCE, (part + 1) * AT_ONCE)
		);
		return parts.map((some) => inArray(from, some));
	});
}

/** Name of the column that others refer to. */
const keyOf = (table: SQLiteTable): string =>
	Object.entries(getTableColumns(table)).find(([, column]) => (column as SQLiteColumn).primary)?.[0] ?? 'id';

function select(db: Db, table: SQLiteTable, which: SQL[]): Rows {
	return which.flatMap((condition) => db.select().from(table).where(or(condition)).all() as Rows);
}

/** Somebody may look at their own work: that is one row still. */
const withoutTwins = (rows: Rows): Rows => [
	...new Map(rows.map((row) => [JSON.stringify(row), row])).values()
];

function withoutSecrets(table: SQLiteTable) {
	const isSession = getTableName(table) === 'sessions';
	return (row: Record<string, unknown>) =>
		Object.fromEntries(
			Object.entries(row).filter(([name]) => !SECRET.test(name) && !(isSession && name === 'id'))
		);
}
