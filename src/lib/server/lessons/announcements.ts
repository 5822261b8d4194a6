/** What instructors say to a class while it works: to all of it, to those in one lab, or to one person. */
import { and, asc, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { announcements, classes, classMembers } from '#lib/server/db/index.ts';
import type { Announcement, Db, User } from '#lib/server/db/index.ts';
import { t } from '#lib/words/index.ts';
import type { Bulletin } from '../bulletin.ts';
import type { Refusal } from '../refusal.ts';

export interface Said {
	text: string;
	/** Only on the page of this lab. */
	labId?: string | null;
	/** Only to this person. */
	userId?: number | null;
}

export interface AnnouncementsOptions {
	db: Db;
	bulletin: Pick<Bulletin, 'tell'>;
}

const TEXT_MAX = 500;
/** A lesson is over after this. */
const LIFE_MILLISECONDS = 4 * 3_600_000;
/** Who is told everything at once reads nothing. */
const AT_ONCE = 20;

export class Announcements {
	readonly #db: Db;
	readonly #heard;
	readonly #bulletin: AnnouncementsOptions['bulletin'];

	constructor({ db, bulletin }: AnnouncementsOptions) {
		this.#db = db;
		this.#heard = heard(db);
		this.#bulletin = bulletin;
	}

	say(classId: number, { text, labId = null, userId = null }: Said, by: Pick<User, 'id' | 'name'>) {
		const tidy = text.trim().slice(0, TEXT_MAX);
		if (!tidy) return { refused: t('Write what the class shall read.') } satisfies Refusal;
		if (userId === null && this.current(classId).length >= AT_ONCE)
			return {
				refused: t('The class sees {most} messages already. Take some back first.', { most: AT_ONCE })
			};
		const at = new Date();
		const until = new Date(at.getTime() + LIFE_MILLISECONDS);
		const who = { byId: by.id, byName: by.name };
		const row = this.#db
			.insert(announcements)
			.values({ classId, labId, userId, text: tidy, ...who, at, until })
			.returning()
			.get();
		this.#tell(row);
		return row;
	}

	/** What a class is told now, newest first; what was said to one person alone is theirs. */
	current(classId: number): Announcement[] {
		const now = and(eq(announcements.classId, classId), gt(announcements.until, new Date()));
		return this.#db
			.select()
			.from(announcements)
			.where(and(now, isNull(announcements.userId)))
			.orderBy(desc(announcements.id))
			.all();
	}

	takeBack(classId: number, id: number): void {
		const which = and(eq(announcements.classId, classId), eq(announcements.id, id));
		const row = this.#db.delete(announcements).where(which).returning().get();
		if (row) this.#tell(row);
	}

	/** What this person is told, on the page of this lab or, without one, on any other; after the one they read last. */
	heardBy(userId: number, { labId, after }: { labId: string | null; after: number }): Announcement[] {
		const now = Date.now(); // as the column has it: what is put in a prepared question is not converted
		return this.#heard.all({ userId, labId: labId ?? '', after, now }).map(({ row }) => row);
	}

	#tell({ classId, userId }: Announcement): void {
		if (userId !== null) return this.#bulletin.tell(userId);
		const rows = this.#db.select().from(classMembers).where(eq(classMembers.classId, classId)).all();
		for (const member of rows) this.#bulletin.tell(member.userId);
	}
}

/** Asked with every page of everybody, so put together once. */
function heard(db: Db) {
	const userId = sql.placeholder('userId');
	const here = and(eq(classes.id, announcements.classId), isNull(classes.archivedAt));
	return db
		.select({ row: announcements })
		.from(classMembers)
		.innerJoin(announcements, eq(announcements.classId, classMembers.classId))
		.innerJoin(classes, here)
		.where(
			and(
				...[eq(classMembers.userId, userId), gt(announcements.until, sql.placeholder('now'))],
				gt(announcements.id, sql.placeholder('after')),
				or(isNull(announcements.userId), eq(announcements.userId, userId)),
				or(isNull(announcements.labId), eq(announcements.labId, sql.placeholder('labId')))
			)
		)
		.orderBy(asc(announcements.id))
		.limit(AT_ONCE)
		.prepare();
}
