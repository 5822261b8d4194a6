/** Columns that many tables share. */
import { integer } from 'drizzle-orm/sqlite-core';

export const id = () => integer('id').primaryKey({ autoIncrement: true });
/** Stored as milliseconds since 1970. */
export const moment = (name: string) => integer(name, { mode: 'timestamp_ms' });
