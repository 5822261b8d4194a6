/** Drills that are offered to somebody else, and taken. Nobody gets one without having said yes. */
import { and, desc, eq, exists, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import {
	classes,
	classMembers,
	drills,
	handovers,
	users,
	type Db,
	type DrillRow,
	type Handover
} from '#lib/server/db/index.ts';
import { foldName, tidyName } from '#lib/server/auth/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { t } from '#lib/words/index.ts';

/** An offer that waits for its answer, as who is asked sees it. */
export interface Offer {
	id: number;
	drillId: number;
	from: string;
	labId: string;
	offeredAt: Date;
}

const NOTE_MAX = 4000;

export class Handovers {
	readonly #db: Db;

	constructor(db: Db) {
		this.#db = db;
	}

	/** The one that changed hands; null when none did. */
	taken(drillId: number): Handover | null {
		const where = and(eq(handovers.drillId, drillId), eq(handovers.accepted, true));
		return this.#db.select().from(handovers).where(where).get() ?? null;
	}

	/** The offer of this drill that waits, and to whom. */
	waiting(drillId: number): { id: number; to: string } | null {
		return (
			this.#db
				.select({ id: handovers.id, to: users.name })
				.from(handovers)
				.innerJoin(users, eq(users.id, handovers.toId))
				.where(and(eq(handovers.drillId, drillId), isNull(handovers.answeredAt)))
				.get() ?? null
		);
	}

	/** To somebody of one's own class, by name. */
	offer(
		{ id: drillId, userId }: DrillRow,
		{ name, note }: { name: string; note: string }
	): Handover | Refusal {
		const words = note.trim().slice(0, NOTE_MAX);
		if (!words) return { refused: t('Write the note first: it is all that they get.') };
		if (this.taken(drillId)) return { refused: t('These machines have changed hands already.') };
		if (this.waiting(drillId))
			return { refused: t('You have offered them already. Take the offer back first.') };
		const toId = this.#classmate(userId, name);
		if (toId === null) return { refused: t('Nobody else in your classes has this name.') };
		const row = { drillId, toId, note: words, offeredAt: new Date() };
		return this.#db.insert(handovers).values(row).returning().get();
	}

	/** Nobody has answered it yet. Returns whom it was for. */
	withdraw(drillId: number): number | null {
		const open = and(eq(handovers.drillId, drillId), isNull(handovers.answeredAt));
		return this.#db.delete(handovers).where(open).returning().get()?.toId ?? null;
	}

	/** What this person is asked to take over, of drills that are on; the newest first. */
	offersTo(userId: number): Offer[] {
		return this.#db
			.select({
				...{ id: handovers.id, drillId: handovers.drillId, from: users.name },
				...{ labId: drills.labId, offeredAt: handovers.offeredAt }
			})
			.from(handovers)
			.innerJoin(drills, eq(drills.id, handovers.drillId))
			.innerJoin(users, eq(users.id, drills.userId))
			.where(and(eq(handovers.toId, userId), isNull(handovers.answeredAt), isNull(drills.endedAt)))
			.orderBy(desc(handovers.id))
			.limit(20)
			.all();
	}

	/** Null when it was taken back, answered, or is somebody else's. */
	answer(id: number, userId: number, accepted: boolean): Handover | null {
		const open = and(eq(handovers.id, id), eq(handovers.toId, userId), isNull(handovers.answeredAt));
		const set = { accepted, answeredAt: new Date() };
		return this.#db.update(handovers).set(set).where(open).returning().get() ?? null;
	}

	#classmate(userId: number, name: string): number | null {
		const mine = alias(classMembers, 'mine');
		const together = this.#db
			.select()
			.from(classMembers)
			.innerJoin(mine, and(eq(mine.classId, classMembers.classId), eq(mine.userId, userId)))
			.innerJoin(classes, and(eq(classes.id, classMembers.classId), isNull(classes.archivedAt)))
			.where(eq(classMembers.userId, users.id));
		const found = this.#db
			.select({ id: users.id })
			.from(users)
			.where(and(eq(users.signInName, foldName(tidyName(name))), isNull(users.disabledAt), exists(together)))
			.get();
		return found && found.id !== userId ? found.id : null;
	}
}
