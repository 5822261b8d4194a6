/** Accounts in which authors try labs out are nobody's: whatever counts people or their work leaves them out. */
import { isNotNull, isNull, notInArray } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from './db.ts';
import { users } from './schema.ts';

/** Of the table of people. */
export const isSomebody = isNull(users.trialOf);

/** Of any table with a column that says whose a row is. */
export const isSomebodys = (db: Pick<Db, 'select'>, userId: SQLiteColumn) =>
	notInArray(userId, db.select({ id: users.id }).from(users).where(isNotNull(users.trialOf)));
