/** Who did what to whom, for operators. Append only, until it is too old. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns.ts';
import { users } from './people.ts';

/** What is written down. A deed that is no longer done stays here as long as rows name it. */
export const DEEDS = [
	'role',
	'switch-off',
	'switch-on',
	'invite',
	'uninvite',
	'sign-up',
	'setting',
	'reset-link',
	'reset',
	'export',
	'delete',
	'team',
	'credential',
	'revoke',
	'game-day',
	'machines-extend',
	'machines-reset',
	'lab-draft',
	'lab-publish',
	'lab-unpublish',
	'lab-delete'
] as const;
export type Deed = (typeof DEEDS)[number];

export const audit = sqliteTable(
	'audit',
	{
		id: id(),
		/** Null once their account is gone; the name stays. */
		actorId: integer('actor_id').references(() => users.id, { onDelete: 'set null' }),
		actorName: text('actor_name').notNull(),
		deed: text('deed', { enum: DEEDS }).notNull(),
		/** Whom or what it was done to, as it was called then. */
		subject: text('subject').notNull(),
		/** What else there is to know, in a few words. Never a secret. */
		detail: text('detail').notNull().default(''),
		at: moment('at').notNull()
	},
	(t) => [index('audit_at').on(t.at)]
);

export type AuditRow = typeof audit.$inferSelect;
