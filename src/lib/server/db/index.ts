/**
 * Db: the one file in which people and what they did are kept.
 *
 * Opens it, brings it up to date, and names its tables. Knows nothing of what the rows mean: the
 * rooms that own them ask in their own words.
 */
export type { Db } from './db.ts';
export { copyDb, holdDb, provenDb, strangeTo } from './copies.ts';
export { DATABASE, MEMORY, openDb } from './open.ts';
export { secretFor } from './secrets.ts';
export { isSomebody, isSomebodys } from './trial-accounts.ts';
export * from './schema.ts';
