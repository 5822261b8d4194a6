/** What labs were seen to need, and the sandboxes that wait for somebody. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns.ts';

/** The most that sandboxes of a lab were seen to use, by its content. */
export const labNeeds = sqliteTable(
	'lab_needs',
	{
		labId: text('lab_id').notNull(),
		digest: text('digest').notNull(),
		/** Of all hosts together: the most that was ever seen. */
		memoryMiB: integer('memory_mib').notNull(),
		/** Thousandths of a processor, averaged over what was seen lately. */
		milliProcessors: integer('milli_processors').notNull(),
		/** How often sandboxes of it were looked at. */
		looks: integer('looks').notNull(),
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.labId, t.digest] })]
);

/** A sandbox nobody has yet. Whoever deletes its row has it. */
export const pooledSandboxes = sqliteTable(
	'pooled_sandboxes',
	{
		id: id(),
		labId: text('lab_id').notNull(),
		digest: text('digest').notNull(),
		createdAt: moment('created_at').notNull(),
		/** Null until its machines are up and as far set up as can be without knowing whose it will be. */
		readyAt: moment('ready_at')
	},
	(t) => [index('pooled_of_lab').on(t.labId, t.digest)]
);

export type PooledSandbox = typeof pooledSandboxes.$inferSelect;
