/** What people hand in at the end of a course, and what is said to it. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns.ts';
import { users } from './people.ts';

/** Every one is kept: who hands in again has not unsaid the first. */
export const capstoneWorks = sqliteTable(
	'capstone_works',
	{
		id: id(),
		userId: integer('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		/** Id of the course as it was then; it may be gone from labs/ since. */
		course: text('course').notNull(),
		body: text('body').notNull(),
		handedInAt: moment('handed_in_at').notNull(),
		/** Null until somebody has read it; then whether it is enough. */
		accepted: integer('accepted', { mode: 'boolean' }),
		remark: text('remark').notNull().default(''),
		readBy: integer('read_by').references(() => users.id, { onDelete: 'set null' }),
		readAt: moment('read_at')
	},
	(t) => [index('capstone_works_user').on(t.userId, t.course)]
);

export type CapstoneRow = typeof capstoneWorks.$inferSelect;
