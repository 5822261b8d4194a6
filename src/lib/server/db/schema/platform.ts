/** What the platform keeps for itself. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

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
