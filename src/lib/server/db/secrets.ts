import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from './open.ts';
import { keys } from './schema.ts';

/** The platform's own secret for a purpose: 32 random bytes in hex, made when first asked for. */
export function secretFor(db: Db, purpose: string): string {
	db.insert(keys)
		.values({ purpose, secret: randomBytes(32).toString('hex') })
		.onConflictDoNothing()
		.run();
	const row = db.select().from(keys).where(eq(keys.purpose, purpose)).get();
	if (!row) throw new Error(`The secret for ${purpose} could not be kept.`);
	return row.secret;
}
