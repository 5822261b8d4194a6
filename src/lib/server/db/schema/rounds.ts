/** Starting again in a lab without machines: what a reset is where there is nothing to reset. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';
import { users } from './people.ts';

/** Who has begun a lab again, and when. Attempts of no run belong to the round in which they were made, as their generation. */
export const rounds = sqliteTable(
	'rounds',
	{
		userId: integer('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		labId: text('lab_id').notNull(),
		/** From 1: before the first row it is round 0. */
		round: integer('round').notNull(),
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.userId, t.labId, t.round] })]
);
