import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type * as schema from './schema.ts';

/** The open database, with its tables. Close it with `db.$client.close()`. */
export type Db = BetterSQLite3Database<typeof schema> & {
	$client: Database.Database;
	/**
	 * Until all that is committed now outlives a power cut.
	 *
	 * @throws what the disk says.
	 */
	settled(): Promise<void>;
};
