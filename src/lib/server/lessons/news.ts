/** News of a class for who looks at its board: two hundred people at work are one piece of news a second. */
import { and, eq, inArray } from 'drizzle-orm';
import { classMembers, type Db } from '#lib/server/db/index.ts';
import type { Bulletin } from '../bulletin.ts';

export const GATHER_MILLISECONDS = 1000;

/** Calls back soon after something has changed for somebody in the class. Returns what ends it. */
export function hearOf(
	{ db, bulletin }: { db: Db; bulletin: Pick<Bulletin, 'listenToAll'> },
	classId: number,
	listener: () => void
): () => void {
	const changed = new Set<number>();
	let timer: NodeJS.Timeout | undefined;
	const look = () => {
		timer = undefined;
		const where = and(eq(classMembers.classId, classId), inArray(classMembers.userId, [...changed]));
		changed.clear();
		if (db.select().from(classMembers).where(where).limit(1).get()) listener();
	};
	const quit = bulletin.listenToAll((userId) => {
		changed.add(userId);
		timer ??= setTimeout(look, GATHER_MILLISECONDS);
	});
	return () => {
		quit();
		clearTimeout(timer);
	};
}
