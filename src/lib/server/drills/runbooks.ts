/**
 * Runbooks: what somebody wrote down for the next time this service breaks. Everybody has their own
 * for each lab; it stays from drill to drill, and nobody else on a drill reads it.
 */
import { and, eq } from 'drizzle-orm';
import { runbooks, type Db } from '#lib/server/db/index.ts';
import { RUNBOOK_MOST } from '#lib/drills/live.ts';
import { t } from '#lib/words/index.ts';
import type { Refusal } from '../refusal.ts';

export class Runbooks {
	readonly #db: Db;

	constructor(db: Db) {
		this.#db = db;
	}

	/** Empty when nothing was written yet. */
	find(userId: number, labId: string): string {
		const own = and(eq(runbooks.userId, userId), eq(runbooks.labId, labId));
		return this.#db.select().from(runbooks).where(own).get()?.text ?? '';
	}

	/** In place of what was there; refused rather than cut off. */
	write(userId: number, labId: string, written: string): Refusal | null {
		const text = written.replaceAll('\r\n', '\n').trimEnd();
		if (text.length > RUNBOOK_MOST)
			return {
				refused: t('A runbook holds {most} characters, and this is {n}. Shorten it, then save it again.', {
					...{ most: RUNBOOK_MOST, n: text.length }
				})
			};
		const savedAt = new Date();
		this.#db
			.insert(runbooks)
			.values({ userId, labId, text, savedAt })
			.onConflictDoUpdate({ target: [runbooks.userId, runbooks.labId], set: { text, savedAt } })
			.run();
		return null;
	}
}
