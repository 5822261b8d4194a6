/**
 * Capstones: what people write at the end of a course and hand in, and what their instructor says to it. Knows
 * nothing of what is in it, and of no lab.
 */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { capstoneWorks, classMembers, users, type Db } from '#lib/server/db/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { t } from '#lib/words/index.ts';

/** About six pages. */
export const LONGEST = 20_000;
const LONGEST_REMARK = 4000;
/** Times that somebody may hand in for one course. */
const MOST = 20;
/** Works that a class's page lists. */
const MOST_LISTED = 200;

export interface Work {
	id: number;
	body: string;
	handedInAt: Date;
	/** Null until it has been read. */
	accepted: boolean | null;
	remark: string;
	/** Name of who has read it; null when their account is gone. */
	readBy: string | null;
	readAt: Date | null;
}

export interface ClassWork extends Work {
	course: string;
	userId: number;
	name: string;
	/** How often this person has handed in for this course, with this one. */
	times: number;
}

const reader = sql<
	string | null
>`(select name from users as reader where reader.id = ${capstoneWorks.readBy})`;

const columns = {
	...{ id: capstoneWorks.id, body: capstoneWorks.body, handedInAt: capstoneWorks.handedInAt },
	...{ accepted: capstoneWorks.accepted, remark: capstoneWorks.remark },
	...{ readBy: reader, readAt: capstoneWorks.readAt }
};

export class Capstones {
	readonly #db: Db;

	constructor(db: Db) {
		this.#db = db;
	}

	/** All that this person has handed in for a course, the newest first. */
	of(userId: number, course: string): Work[] {
		return this.#db
			.select(columns)
			.from(capstoneWorks)
			.where(theirs(userId, course))
			.orderBy(desc(capstoneWorks.id))
			.all();
	}

	/** @returns a refusal when there is nothing to read, too much of it, or one was accepted already. */
	handIn(userId: number, course: string, text: string): Refusal | null {
		const body = text.replaceAll('\r\n', '\n').trim();
		if (body === '') return { refused: t('There is nothing in it yet. Write first, then hand in.') };
		if (body.length > LONGEST)
			return {
				refused: t(
					'It is {n} characters long, and {most} are read. Nothing was handed in; make it shorter.',
					{
						n: body.length,
						most: LONGEST
					}
				)
			};
		const before = this.of(userId, course);
		if (before.some(({ accepted }) => accepted))
			return { refused: t('Your capstone is accepted already. There is no more to hand in.') };
		if (before[0]?.body === body) return null; // a form that was sent twice
		if (before.length >= MOST)
			return {
				refused: t('You have handed in {n} times. Speak with your instructor before the next.', { n: MOST })
			};
		this.#db.insert(capstoneWorks).values({ userId, course, body, handedInAt: new Date() }).run();
		return null;
	}

	/** The newest of each person in a class and each course: those that wait first, and of these the oldest. */
	ofClass(classId: number): ClassWork[] {
		const newest = sql`${capstoneWorks.id} = (select max(id) from capstone_works as other
			where other.user_id = ${capstoneWorks.userId} and other.course = ${capstoneWorks.course})`;
		const times = sql<number>`(select count(*) from capstone_works as other
			where other.user_id = ${capstoneWorks.userId} and other.course = ${capstoneWorks.course})`;
		return this.#db
			.select({ ...columns, times, course: capstoneWorks.course, userId: users.id, name: users.name })
			.from(capstoneWorks)
			.innerJoin(classMembers, eq(classMembers.userId, capstoneWorks.userId))
			.innerJoin(users, eq(users.id, capstoneWorks.userId))
			.where(and(eq(classMembers.classId, classId), newest))
			.orderBy(desc(isNull(capstoneWorks.accepted)), asc(capstoneWorks.id))
			.limit(MOST_LISTED)
			.all();
	}

	/**
	 * What somebody says to a work of a person in this class; they may think again as long as it is the newest.
	 * @returns a refusal when it is none of the class's, or when another was handed in since.
	 */
	read(
		classId: number,
		id: number,
		verdict: { by: number; accepted: boolean; remark: string }
	): Refusal | null {
		if (!this.ofClass(classId).some((work) => work.id === id))
			return {
				refused: t('This work is not here any more, or another was handed in since. Reload the page.')
			};
		const { by, accepted, remark } = verdict;
		if (!accepted && remark.trim() === '')
			return { refused: t('Say in a sentence what is missing: otherwise nobody can mend it.') };
		const set = { accepted, remark: remark.trim().slice(0, LONGEST_REMARK), readBy: by, readAt: new Date() };
		this.#db.update(capstoneWorks).set(set).where(eq(capstoneWorks.id, id)).run();
		return null;
	}
}

const theirs = (userId: number, course: string) =>
	and(eq(capstoneWorks.userId, userId), eq(capstoneWorks.course, course));
