/**
 * The whole data model on one page. Facts are stored, states are derived: a task is done because
 * an attempt says so, a run is over because it has an end.
 *
 * After a change: `npm run db:generate` writes the migration that the next start applies.
 */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

const id = () => integer('id').primaryKey({ autoIncrement: true });
const moment = (name: string) => integer(name, { mode: 'timestamp_ms' });

export const ROLES = ['learner', 'instructor', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export const users = sqliteTable('users', {
	id: id(),
	/** As they wrote it, and as others see it. */
	name: text('name').notNull(),
	/** What they sign in with: the name without its case, folded by `auth/names.ts`. Null: nobody signs in here. */
	signInName: text('sign_in_name').unique(),
	passwordHash: text('password_hash').notNull(),
	role: text('role', { enum: ROLES }).notNull(),
	createdAt: moment('created_at').notNull(),
	/** Set while the account is switched off. */
	disabledAt: moment('disabled_at')
});

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

/** What the operator has set in the page. Absent means the default. */
export const settings = sqliteTable('settings', {
	key: text('key').primaryKey(),
	value: text('value', { mode: 'json' }).notNull()
});

/** Secrets the platform made for itself, by purpose. */
export const keys = sqliteTable('keys', {
	purpose: text('purpose').primaryKey(),
	secret: text('secret').notNull()
});

/** Tries that are counted, so that passwords cannot be guessed. Written by rate-limiter-flexible alone. */
export const rateLimits = sqliteTable('rate_limits', {
	/** Which limit, and a hash of whose tries. */
	key: text('key').primaryKey(),
	points: integer('points').notNull().default(0),
	/** Milliseconds since 1970 after which the tries are forgotten. */
	expire: integer('expire')
});

/** One learner at one lab, from Start to the end of its sandbox. */
export const runs = sqliteTable(
	'runs',
	{
		id: id(),
		userId: integer('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		labId: text('lab_id').notNull(),
		/** The content the run began with. */
		digest: text('digest').notNull(),
		/** Counts the resets: a verdict belongs to the machines it was given on. */
		generation: integer('generation').notNull().default(1),
		startedAt: moment('started_at').notNull(),
		/** Null until its machines are up. */
		readyAt: moment('ready_at'),
		/** The sandbox ends at this moment unless extended. */
		deadline: moment('deadline').notNull(),
		/** Last key, check or page view. */
		lastSeenAt: moment('last_seen_at').notNull(),
		endedAt: moment('ended_at'),
		/** A sentence for the learner. */
		endReason: text('end_reason')
	},
	(t) => [
		uniqueIndex('one_active_run')
			.on(t.userId, t.labId)
			.where(sql`${t.endedAt} is null`),
		index('runs_user').on(t.userId, t.startedAt)
	]
);

export const VERDICTS = ['pass', 'fail', 'error'] as const;

/** A check that looked, and what it saw. Append only. */
export const attempts = sqliteTable(
	'attempts',
	{
		id: id(),
		userId: integer('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		runId: integer('run_id').references(() => runs.id, { onDelete: 'set null' }),
		generation: integer('generation').notNull(),
		labId: text('lab_id').notNull(),
		digest: text('digest').notNull(),
		task: text('task').notNull(),
		check: text('check').notNull(),
		verdict: text('verdict', { enum: VERDICTS }).notNull(),
		/** Share of the check's points, 0 to 1. */
		score: real('score').notNull(),
		/** The sentence for the learner. */
		message: text('message').notNull(),
		/** What a learner answered, for checks of answers. */
		answer: text('answer'),
		/** Output of the script, for authors and instructors: at most 16 KiB. */
		log: text('log').notNull().default(''),
		milliseconds: integer('milliseconds').notNull(),
		trigger: text('trigger', { enum: ['watch', 'button', 'submit'] }).notNull(),
		at: moment('at').notNull()
	},
	(t) => [
		index('attempts_of_lab').on(t.userId, t.labId, t.task, t.check),
		index('attempts_of_run').on(t.runId)
	]
);

/** Hints a learner has taken: each counts once per lab, however often the lab is started. */
export const hintsTaken = sqliteTable(
	'hints_taken',
	{
		userId: integer('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		labId: text('lab_id').notNull(),
		task: text('task').notNull(),
		/** Position in the task's list, from 0. */
		hint: integer('hint').notNull(),
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.userId, t.labId, t.task, t.hint] })]
);

export type User = typeof users.$inferSelect;
export type Session = typeof sessions.$inferSelect;
export type Invitation = typeof invitations.$inferSelect;
export type Run = typeof runs.$inferSelect;
export type Attempt = typeof attempts.$inferSelect;
