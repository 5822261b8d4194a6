/** What was shown in terminals. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns.ts';
import { runs } from './runs.ts';

/** One shell's recording; the file is `recordings/<id>.cast.gz` in the data folder. */
export const recordings = sqliteTable(
	'recordings',
	{
		id: id(),
		runId: integer('run_id')
			.notNull()
			.references(() => runs.id, { onDelete: 'cascade' }),
		/** The machines it ran on: resets make new ones. */
		generation: integer('generation').notNull(),
		host: text('host').notNull(),
		shell: text('shell').notNull(),
		startedAt: moment('started_at').notNull()
	},
	(t) => [index('recordings_run').on(t.runId), index('recordings_started').on(t.startedAt)]
);

export const MARKS = ['reset', 'incident'] as const;

/** What befell a run's machines, for the recordings. Checks and faults are marks as well: they are facts elsewhere. */
export const recordingMarks = sqliteTable(
	'recording_marks',
	{
		id: id(),
		runId: integer('run_id')
			.notNull()
			.references(() => runs.id, { onDelete: 'cascade' }),
		kind: text('kind', { enum: MARKS }).notNull(),
		/** A short sentence. */
		text: text('text').notNull(),
		at: moment('at').notNull()
	},
	(t) => [index('recording_marks_run').on(t.runId)]
);

export type RecordingRow = typeof recordings.$inferSelect;
export type RecordingMark = typeof recordingMarks.$inferSelect;
