/** Drills: what was planned, what happened, what the probes saw, and what was written about it afterwards. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns.ts';
import { users } from './people.ts';
import { runs } from './runs.ts';

/** Why a drill is over. Only `played` ones are compared with each other. */
export const DRILL_ENDS = ['played', 'unsteady', 'aborted', 'lost', 'broken'] as const;

/** One learner, one drill, from Begin to its end. */
export const drills = sqliteTable(
	'drills',
	{
		id: id(),
		userId: integer('user_id')
			.notNull()
			.references(() => users.id, { onDelete: 'cascade' }),
		runId: integer('run_id').references(() => runs.id, { onDelete: 'set null' }),
		/** The machines it is played on are those of this generation of the run. */
		generation: integer('generation').notNull(),
		labId: text('lab_id').notNull(),
		digest: text('digest').notNull(),
		startedAt: moment('started_at').notNull(),
		/** What of the lab it was played with, so that its report stays true when the lab changes. */
		lab: text('lab', { mode: 'json' }).notNull(),
		/** What was drawn when it began: which faults, how long after. Secret until the end. */
		plan: text('plan', { mode: 'json' }).notNull(),
		endedAt: moment('ended_at'),
		end: text('end', { enum: DRILL_ENDS }),
		/** Its report in figures, worked out when it ended; the facts stay beside it. */
		figures: text('figures', { mode: 'json' })
	},
	(t) => [
		uniqueIndex('one_active_drill')
			.on(t.userId)
			.where(sql`${t.endedAt} is null`),
		index('drills_of_lab').on(t.labId, t.userId)
	]
);

/** What happened in a drill, in order. Append only; its state is derived from these. */
export const drillEvents = sqliteTable(
	'drill_events',
	{
		id: id(),
		drillId: integer('drill_id')
			.notNull()
			.references(() => drills.id, { onDelete: 'cascade' }),
		kind: text('kind').notNull(),
		/** Milliseconds of the drill's own clock. */
		at: real('at').notNull(),
		/** The same moment by the server's clock, near enough. */
		writtenAt: moment('written_at').notNull(),
		/** What belongs to it, by its kind. */
		about: text('about', { mode: 'json' }).notNull()
	},
	(t) => [index('events_of_drill').on(t.drillId)]
);

/** What the probes wrote, as it was fetched. The offset makes fetching twice harmless. */
export const drillSamples = sqliteTable(
	'drill_samples',
	{
		drillId: integer('drill_id')
			.notNull()
			.references(() => drills.id, { onDelete: 'cascade' }),
		/** Where in the prober's file it begins. */
		offset: integer('offset').notNull(),
		lines: text('lines').notNull()
	},
	(t) => [primaryKey({ columns: [t.drillId, t.offset] })]
);

/** After the action: what the learner makes of it, and what an instructor says to that. */
export const drillReviews = sqliteTable('drill_reviews', {
	drillId: integer('drill_id')
		.primaryKey()
		.references(() => drills.id, { onDelete: 'cascade' }),
	happened: text('happened').notNull(),
	why: text('why').notNull(),
	prevent: text('prevent').notNull(),
	writtenAt: moment('written_at').notNull(),
	/** 0 to 10; null until somebody has read it. */
	grade: integer('grade'),
	comment: text('comment').notNull().default(''),
	gradedBy: integer('graded_by').references(() => users.id, { onDelete: 'set null' }),
	gradedAt: moment('graded_at')
});

export type DrillRow = typeof drills.$inferSelect;
export type DrillEnd = (typeof DRILL_ENDS)[number];
export type DrillReview = typeof drillReviews.$inferSelect;
