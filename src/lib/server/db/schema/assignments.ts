/** What classes are given to do. */
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { classes } from './classes.ts';
import { id, moment } from './columns.ts';
import { users } from './people.ts';

/** Which work counts: the best, what was reached on the newest machines, or what was handed in. */
export const COUNTINGS = ['best', 'latest', 'hand-in'] as const;

/** What can be assigned: with a track, the due date is its target. */
export const ASSIGNABLE = ['lab', 'course', 'track'] as const;

export const assignments = sqliteTable(
	'assignments',
	{
		id: id(),
		classId: integer('class_id')
			.notNull()
			.references(() => classes.id, { onDelete: 'cascade' }),
		kind: text('kind', { enum: ASSIGNABLE }).notNull(),
		/** Id of the lab, the course or the track. */
		target: text('target').notNull(),
		/** Not told to learners before; null: from the beginning. */
		opensAt: moment('opens_at'),
		/** Null: whenever they like. */
		dueAt: moment('due_at'),
		/** Nothing counts after it; null: late work always counts. Never without a due date. */
		closesAt: moment('closes_at'),
		/** Hundredths of the points that each day begun after the due date costs. */
		latePercent: integer('late_percent').notNull().default(0),
		counting: text('counting', { enum: COUNTINGS }).notNull().default('best'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [index('assignments_class').on(t.classId)]
);

/** More time for one person. */
export const extensions = sqliteTable(
	'extensions',
	{
		assignmentId: integer('assignment_id')
			.notNull()
			.references(() => assignments.id, { onDelete: 'cascade' }),
		userId: integer('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		dueAt: moment('due_at').notNull(),
		reason: text('reason').notNull(),
		givenBy: integer('given_by').references(() => users.id, { onDelete: 'set null' }),
		givenAt: moment('given_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.assignmentId, t.userId] })]
);

/** Points changed by hand. The last one counts, all are kept. */
export const adjustments = sqliteTable(
	'adjustments',
	{
		id: id(),
		assignmentId: integer('assignment_id')
			.notNull()
			.references(() => assignments.id, { onDelete: 'cascade' }),
		userId: integer('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		/** Added to what was earned; may be negative. */
		points: real('points').notNull(),
		reason: text('reason').notNull(),
		by: integer('by').references(() => users.id, { onDelete: 'set null' }),
		at: moment('at').notNull()
	},
	(t) => [index('adjustments_of').on(t.assignmentId, t.userId)]
);

export type Assignment = typeof assignments.$inferSelect;
export type Extension = typeof extensions.$inferSelect;
