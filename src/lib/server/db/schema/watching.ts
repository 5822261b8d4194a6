/** Who looked at whose work: one row a look. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns.ts';
import { users } from './people.ts';
import { recordings } from './recordings.ts';
import { runs } from './runs.ts';

export const watchings = sqliteTable(
	'watchings',
	{
		id: id(),
		runId: integer('run_id')
			.notNull()
			.references(() => runs.id, { onDelete: 'cascade' }),
		/** Null once their account is gone; the name stays. */
		watcherId: integer('watcher_id').references(() => users.id, { onDelete: 'set null' }),
		watcherName: text('watcher_name').notNull(),
		what: text('what', { enum: ['terminal', 'recording'] }).notNull(),
		/** Null for a live terminal, and once the recording is deleted. */
		recordingId: integer('recording_id').references(() => recordings.id, { onDelete: 'set null' }),
		/** The host and its shell. */
		place: text('place').notNull(),
		startedAt: moment('started_at').notNull(),
		/** The last moment at which they are known to have looked. */
		seenAt: moment('seen_at').notNull(),
		/** When the learner let them type; null when never. */
		typedFrom: moment('typed_from')
	},
	(t) => [index('watchings_run').on(t.runId, t.startedAt)]
);

export type WatchingRow = typeof watchings.$inferSelect;
