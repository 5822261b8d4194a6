/** What was made to break on learners' machines. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns.ts';
import { runs } from './runs.ts';

/** A fault breaks once on the same machines. The row is there before anything is done. */
export const runFaults = sqliteTable(
	'run_faults',
	{
		runId: integer('run_id')
			.notNull()
			.references(() => runs.id, { onDelete: 'cascade' }),
		generation: integer('generation').notNull(),
		fault: text('fault').notNull(),
		state: text('state', { enum: ['under-way', 'in', 'failed'] }).notNull(),
		/** Why it failed, for authors and instructors. */
		detail: text('detail').notNull().default(''),
		/** When it began, or came to its end. */
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.runId, t.generation, t.fault] })]
);

export type RunFault = typeof runFaults.$inferSelect;
