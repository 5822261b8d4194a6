/** Ways in without a password: for who has none yet, or has lost it. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns.ts';
import { users } from './people.ts';

/** A code that lets somebody choose a new password, once. */
export const entries = sqliteTable(
	'entries',
	{
		id: id(),
		userId: integer('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		/** SHA-256 of the code. */
		codeHash: text('code_hash').notNull().unique(),
		createdBy: integer('created_by').references(() => users.id, { onDelete: 'set null' }),
		createdAt: moment('created_at').notNull(),
		expiresAt: moment('expires_at').notNull()
	},
	(t) => [index('entries_user').on(t.userId)]
);
