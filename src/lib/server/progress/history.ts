/** Every look of a check at one learner's work, as it was kept: for instructors. */
import { and, count, desc, eq } from 'drizzle-orm';
import { attempts, type Attempt, type Db } from '#lib/server/db/index.ts';

const PER_PAGE = 50;

export interface History {
	looks: Attempt[];
	/** Labs in which there are any. */
	labs: string[];
	total: number;
	/** The number of this page and of the last one, from 1. */
	page: number;
	pages: number;
}

/** A page beyond the last shows the last. */
export function historyOf(
	db: Db,
	userId: number,
	{ labId, page }: { labId?: string | undefined; page: number }
): History {
	const theirs = eq(attempts.userId, userId);
	const wanted = labId === undefined ? theirs : and(theirs, eq(attempts.labId, labId));
	const total = db.select({ total: count() }).from(attempts).where(wanted).get()?.total ?? 0;
	const pages = Math.max(1, Math.ceil(total / PER_PAGE));
	const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
	const looks = db
		.select()
		.from(attempts)
		.where(wanted)
		.orderBy(desc(attempts.id))
		.limit(PER_PAGE)
		.offset((shown - 1) * PER_PAGE)
		.all();
	const labs = db.selectDistinct({ labId: attempts.labId }).from(attempts).where(theirs).all();
	return { looks, labs: labs.map((row) => row.labId).sort(), total, page: shown, pages };
}
