/** Whose terminal the board may show a small picture of: those who said so, for one run at a time. */
import { and, eq, isNull } from 'drizzle-orm';
import { classMembers, runs, shownRuns, type Db, type Run } from '#lib/server/db/index.ts';

export class Shown {
	readonly #db: Db;

	constructor({ db }: { db: Db }) {
		this.#db = db;
	}

	/** Their learner lets the board show it, or no longer. */
	set(runId: number, shown: boolean): void {
		if (!shown) this.#db.delete(shownRuns).where(eq(shownRuns.runId, runId)).run();
		else this.#db.insert(shownRuns).values({ runId, since: new Date() }).onConflictDoNothing().run();
	}

	has(runId: number): boolean {
		return this.#db.select().from(shownRuns).where(eq(shownRuns.runId, runId)).get() !== undefined;
	}

	/** Runs of a class that are on and may be shown. */
	in(classId: number, most: number): Run[] {
		return this.#db
			.select({ run: runs })
			.from(classMembers)
			.innerJoin(runs, and(eq(runs.userId, classMembers.userId), isNull(runs.endedAt)))
			.innerJoin(shownRuns, eq(shownRuns.runId, runs.id))
			.where(eq(classMembers.classId, classId))
			.orderBy(runs.id)
			.limit(most)
			.all()
			.map(({ run }) => run);
	}
}
