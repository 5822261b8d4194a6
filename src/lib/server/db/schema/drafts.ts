/** Labs that instructors bring along. Their files lie below DATA/drafts; what they are is read from there. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns.ts';
import { users } from './people.ts';

export const drafts = sqliteTable(
	'drafts',
	{
		id: id(),
		/** Null once their account is gone: the draft is the operators' then. */
		ownerId: integer('owner_id').references(() => users.id, { onDelete: 'set null' }),
		kind: text('kind', { enum: ['zip', 'git'] }).notNull(),
		/** The file's name, or the repository's address. */
		origin: text('origin').notNull(),
		/** Folder of the lab in the repository; empty for the only one in it. */
		path: text('path').notNull().default(''),
		/** Of a repository: what was pulled. */
		commit: text('commit').notNull().default(''),
		/** The newest version: a folder below DATA/drafts. */
		folder: text('folder').notNull(),
		/** Of the lab, once a version of it was sound. */
		labId: text('lab_id').unique(),
		broughtAt: moment('brought_at').notNull(),
		/** The version that learners see; null while none is published. */
		publishedFolder: text('published_folder'),
		publishedAt: moment('published_at')
	},
	(t) => [index('drafts_owner').on(t.ownerId)]
);

export type DraftRow = typeof drafts.$inferSelect;
