/** What learners did in labs. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns.ts';
import { users } from './people.ts';

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
		/** Name of its sandbox, when that began before the run did; else the name follows from this row. */
		sandbox: text('sandbox'),
		/** Since when it stands in line for machines; null as soon as it may have them. */
		waitingSince: moment('waiting_since'),
		startedAt: moment('started_at').notNull(),
		/** Null until its machines are up. */
		readyAt: moment('ready_at'),
		/** The sandbox ends at this moment unless extended. */
		deadline: moment('deadline').notNull(),
		/** Last key, check or page view. */
		lastSeenAt: moment('last_seen_at').notNull(),
		/** First key in one of its terminals; null when there was none. */
		firstKeyAt: moment('first_key_at'),
		endedAt: moment('ended_at'),
		/** Until when the disks of its machines are kept after its end; null when they are not. */
		keptUntil: moment('kept_until'),
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
		/** How the script ended and what it reported, for instructors; null where no script looked. */
		trace: text('trace', { mode: 'json' }).$type<AttemptTrace>(),
		milliseconds: integer('milliseconds').notNull(),
		trigger: text('trigger', { enum: ['watch', 'button', 'submit'] }).notNull(),
		at: moment('at').notNull()
	},
	(t) => [
		// All that standing, points and analytics are worked out from: they read no row.
		index('attempts_of_lab').on(
			...([t.userId, t.labId, t.runId, t.generation, t.task, t.check, t.verdict, t.at] as const)
		),
		index('attempts_of_run').on(t.runId),
		index('attempts_of_user').on(t.userId, t.at)
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

export interface AttemptTrace {
	/** Null when time ran out. */
	exit: number | null;
	/** In the order in which they came, the first of them. */
	records: { verb: string; text: string }[];
}

export type Run = typeof runs.$inferSelect;
export type Attempt = typeof attempts.$inferSelect;
