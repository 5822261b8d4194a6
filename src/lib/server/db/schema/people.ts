/** Who there is, and who is signed in. */
import { index, integer, primaryKey, sqliteTable, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns.ts';

export const ROLES = ['learner', 'instructor', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export const users = sqliteTable('users', {
	id: id(),
	/** As they wrote it, and as others see it. */
	name: text('name').notNull(),
	/** What they sign in with: the name without its case, folded by `auth/names.ts`. Null: nobody signs in here. */
	signInName: text('sign_in_name').unique(),
	/** Empty until they have chosen a password. */
	passwordHash: text('password_hash').notNull(),
	role: text('role', { enum: ROLES }).notNull(),
	createdAt: moment('created_at').notNull(),
	/** Set while the account is switched off. */
	disabledAt: moment('disabled_at'),
	/**
	 * Whose trials are done in this account: authors try labs as learners of their own, and nothing of
	 * that is ever counted. Null for everybody who is somebody.
	 */
	trialOf: integer('trial_of')
		.unique()
		.references((): AnySQLiteColumn => users.id)
});

/** Labs that an author sees as a learner does, until they end it. */
export const trials = sqliteTable(
	'trials',
	{
		authorId: integer('author_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		labId: text('lab_id').notNull()
	},
	(t) => [primaryKey({ columns: [t.authorId, t.labId] })]
);

export const sessions = sqliteTable(
	'sessions',
	{
		/** SHA-256 of the cookie's value, in hex: a stolen database opens no session. */
		id: text('id').primaryKey(),
		userId: integer('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		expiresAt: moment('expires_at').notNull(),
		createdAt: moment('created_at').notNull(),
		/** As the browser names itself, for the list of places one is signed in. */
		userAgent: text('user_agent').notNull().default('')
	},
	(t) => [index('sessions_user').on(t.userId)]
);

export const invitations = sqliteTable('invitations', {
	id: id(),
	/** SHA-256 of the code. */
	codeHash: text('code_hash').notNull().unique(),
	/** What the operator wrote down about it. */
	note: text('note').notNull().default(''),
	role: text('role', { enum: ROLES }).notNull(),
	usesLeft: integer('uses_left').notNull(),
	expiresAt: moment('expires_at').notNull(),
	createdBy: integer('created_by').references(() => users.id, { onDelete: 'set null' }),
	createdAt: moment('created_at').notNull()
});

export type User = typeof users.$inferSelect;
export type Session = typeof sessions.$inferSelect;
export type Invitation = typeof invitations.$inferSelect;
