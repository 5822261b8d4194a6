/** The rows of game days: planned, opened, paused and ended. Nothing else writes them. */
import { and, asc, desc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import {
	classes,
	classMembers,
	drills,
	gameDayDrills,
	gameDays,
	gameDaySeats,
	users,
	type Db,
	type DrillRow,
	type GameDay,
	type GameDaySeat
} from '#lib/server/db/index.ts';

export type NewDay = Pick<GameDay, 'classId' | 'labId' | 'mode' | 'byHand' | 'startsAt' | 'createdBy'>;
export type Seated = Omit<GameDaySeat, 'dayId'> & { name: string };

const LISTED = 100;

export class DayRows {
	readonly #db: Db;

	constructor(db: Db) {
		this.#db = db;
	}

	add(day: NewDay): GameDay {
		const row = { ...day, createdAt: new Date() };
		return this.#db.insert(gameDays).values(row).returning().get();
	}

	find(id: number): GameDay | null {
		return this.#db.select().from(gameDays).where(eq(gameDays.id, id)).get() ?? null;
	}

	of(classId: number): GameDay[] {
		const where = eq(gameDays.classId, classId);
		return this.#db.select().from(gameDays).where(where).orderBy(desc(gameDays.startsAt)).limit(LISTED).all();
	}

	/** Of classes that go on and that this person is in: those that are not over, and those that ended after `since`. */
	ofMember(userId: number, since: Date): (GameDay & { classTitle: string })[] {
		return this.#db
			.select({ day: gameDays, classTitle: classes.title })
			.from(gameDays)
			.innerJoin(classes, and(eq(classes.id, gameDays.classId), isNull(classes.archivedAt)))
			.innerJoin(classMembers, and(eq(classMembers.classId, classes.id), eq(classMembers.userId, userId)))
			.where(or(isNull(gameDays.endedAt), gt(gameDays.endedAt, since)))
			.orderBy(asc(gameDays.startsAt))
			.limit(LISTED)
			.all()
			.map(({ day, classTitle }) => ({ ...day, classTitle }));
	}

	/** Days of this lab that are on and that this person plays with machines of their own, the latest first. */
	playedBy(userId: number, labId: string): GameDay[] {
		const days = this.#db
			.select({ day: gameDays })
			.from(gameDays)
			.innerJoin(classes, and(eq(classes.id, gameDays.classId), isNull(classes.archivedAt)))
			.innerJoin(
				classMembers,
				and(eq(classMembers.classId, gameDays.classId), eq(classMembers.userId, userId))
			)
			.where(and(eq(gameDays.labId, labId), isNull(gameDays.endedAt), lte(gameDays.startsAt, new Date())))
			.orderBy(desc(gameDays.id))
			.all();
		return days
			.map(({ day }) => day)
			.filter(({ id, mode }) => mode === 'own' || this.seat(id, userId)?.role === 'lead');
	}

	change(id: number, set: Partial<Pick<GameDay, 'startsAt' | 'pausedAt' | 'endedAt'>>): void {
		this.#db.update(gameDays).set(set).where(eq(gameDays.id, id)).run();
	}

	remove(id: number): void {
		this.#db.delete(gameDays).where(eq(gameDays.id, id)).run();
	}

	seats(dayId: number): Seated[] {
		const { userId, team, role } = gameDaySeats;
		return this.#db
			.select({ userId, team, role, name: users.name })
			.from(gameDaySeats)
			.innerJoin(users, eq(users.id, userId))
			.where(eq(gameDaySeats.dayId, dayId))
			.orderBy(asc(team), asc(role), asc(users.name))
			.all();
	}

	seat(dayId: number, userId: number): GameDaySeat | null {
		const where = and(eq(gameDaySeats.dayId, dayId), eq(gameDaySeats.userId, userId));
		return this.#db.select().from(gameDaySeats).where(where).get() ?? null;
	}

	/** All of them anew. */
	seatAll(dayId: number, seats: Omit<GameDaySeat, 'dayId'>[]): void {
		this.#db.transaction((rows) => {
			rows.delete(gameDaySeats).where(eq(gameDaySeats.dayId, dayId)).run();
			for (const seat of seats)
				rows
					.insert(gameDaySeats)
					.values({ ...seat, dayId })
					.run();
		});
	}

	join(dayId: number, drillId: number): void {
		this.#db.insert(gameDayDrills).values({ dayId, drillId }).onConflictDoNothing().run();
	}

	/** Newest first. */
	drills(dayId: number): DrillRow[] {
		return this.#db
			.select({ drill: drills })
			.from(gameDayDrills)
			.innerJoin(drills, eq(drills.id, gameDayDrills.drillId))
			.where(eq(gameDayDrills.dayId, dayId))
			.orderBy(desc(drills.id))
			.all()
			.map(({ drill }) => drill);
	}
}
