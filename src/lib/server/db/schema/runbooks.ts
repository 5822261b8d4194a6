/** What people write down for the next drill of a lab. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';
import { users } from './people.ts';

export const runbooks = sqliteTable(
	'runbooks',
	{
		userId: integer('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		labId: text('lab_id').notNull(),
		text: text('text').notNull(),
		savedAt: moment('saved_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.userId, t.labId] })]
);
