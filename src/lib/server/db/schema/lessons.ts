/** A class at work: who asks for help, what is said to everybody, and what is prepared for it. */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { classes } from './classes.ts';
import { id, moment } from './columns.ts';
import { users } from './people.ts';
import { runs } from './runs.ts';

export const HELP_ENDS = ['helped', 'withdrawn'] as const;

/** What has changed on one host: the newest files, and how many more there are. */
export interface HostChanges {
	host: string;
	/** `isFolder`: something went from it. `at`: milliseconds since 1970. */
	files: { path: string; at: number; isFolder: boolean }[];
	more: number;
}

/** Somebody asks for help, with what they had before them when they asked. */
export const helpRequests = sqliteTable(
	'help_requests',
	{
		id: id(),
		/** Whose instructors are asked. */
		classId: integer('class_id')
			.notNull()
			.references(() => classes.id, { onDelete: 'cascade' }),
		userId: integer('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		labId: text('lab_id').notNull(),
		/** Null in a lab without machines, and when none are on. */
		runId: integer('run_id').references(() => runs.id, { onDelete: 'set null' }),
		/** Where they are; null when every task is done. */
		task: text('task'),
		/** What does not hold there, and what its checker said; null before anything was looked at. */
		check: text('check'),
		message: text('message').notNull().default(''),
		/** Looks they had asked for in this lab, and hints they had taken. */
		tries: integer('tries').notNull(),
		hints: integer('hints').notNull(),
		/** What had changed on their machines since they had them; null where that was not looked at. */
		changes: text('changes', { mode: 'json' }).$type<HostChanges[]>(),
		/** A line of their own; empty when they wrote none. */
		words: text('words').notNull().default(''),
		askedAt: moment('asked_at').notNull(),
		/** Who comes to help. Null until somebody does, and once their account is gone; the name stays. */
		takenBy: integer('taken_by').references(() => users.id, { onDelete: 'set null' }),
		takenName: text('taken_name'),
		takenAt: moment('taken_at'),
		endedAt: moment('ended_at'),
		end: text('end', { enum: HELP_ENDS }),
		/** A line by who helped; empty when they wrote none. */
		answer: text('answer').notNull().default('')
	},
	(t) => [
		uniqueIndex('one_open_help')
			.on(t.userId)
			.where(sql`${t.endedAt} is null`),
		index('help_class').on(t.classId, t.endedAt)
	]
);

/** Said by an instructor to a class, to those of it in one lab, or to one of them. */
export const announcements = sqliteTable(
	'announcements',
	{
		id: id(),
		classId: integer('class_id')
			.notNull()
			.references(() => classes.id, { onDelete: 'cascade' }),
		/** Only on the page of this lab; null: everywhere. */
		labId: text('lab_id'),
		/** Only to this person; null: to everybody. */
		userId: integer('user_id').references(() => users.id, { onDelete: 'cascade' }),
		text: text('text').notNull(),
		byId: integer('by_id').references(() => users.id, { onDelete: 'set null' }),
		byName: text('by_name').notNull(),
		at: moment('at').notNull(),
		/** Not shown after it. */
		until: moment('until').notNull()
	},
	(t) => [index('announcements_class').on(t.classId, t.until)]
);

/** A class is about to begin: so many sandboxes of a lab shall wait for it. */
export const reservations = sqliteTable(
	'reservations',
	{
		id: id(),
		classId: integer('class_id')
			.notNull()
			.references(() => classes.id, { onDelete: 'cascade' }),
		labId: text('lab_id').notNull(),
		count: integer('count').notNull(),
		until: moment('until').notNull()
	},
	(t) => [uniqueIndex('one_reservation').on(t.classId, t.labId)]
);

/** Runs whose learners let the board show a small picture of their terminal. */
export const shownRuns = sqliteTable('shown_runs', {
	runId: integer('run_id')
		.primaryKey()
		.references(() => runs.id, { onDelete: 'cascade' }),
	since: moment('since').notNull()
});

export type HelpRequest = typeof helpRequests.$inferSelect;
export type Announcement = typeof announcements.$inferSelect;
export type Reservation = typeof reservations.$inferSelect;
