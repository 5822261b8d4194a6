import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type * as schema from './schema.ts';

/** The tables of a file, whatever becomes of what is committed. */
export type Tables = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

/** The open database, with its tables. Close it with `db.$client.close()`. */
export type Db = Tables & {
	/**
	 * Until all that is committed now outlives a power cut.
	 *
	 * @throws what the disk says.
	 */
	settled(): Promise<void>;
};
