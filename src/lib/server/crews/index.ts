/**
 * Crews: who works on a drill besides the learner whose machines they are: the team of a game day,
 * and whoever was handed the machines.
 *
 * Says for everybody who may open those machines, and what each may do in the control room. Knows no
 * machines, and nothing of how a drill goes.
 */
import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import {
	classMembers,
	drills,
	gameDayDrills,
	gameDays,
	gameDaySeats,
	handovers,
	users,
	type Db,
	type DrillRow,
	type Run
} from '#lib/server/db/index.ts';
import { Handovers } from './handovers.ts';
import { rightsOf, type Role, type Seat } from './rights.ts';

export type { Offer } from './handovers.ts';
export { rightsAlone } from './rights.ts';
export type { Rights, Role, Seat } from './rights.ts';

export interface Aboard {
	userId: number;
	name: string;
	role: Role;
}

type Drill = Pick<DrillRow, 'id' | 'userId' | 'endedAt'>;

export class Crews {
	readonly handovers: Handovers;
	readonly #db: Db;
	/** Asked every second for everybody at a terminal, so put together once. */
	readonly #holder;

	constructor(db: Db) {
		this.#db = db;
		this.#holder = db
			.select({ toId: handovers.toId })
			.from(handovers)
			.innerJoin(drills, eq(drills.id, handovers.drillId))
			.where(
				and(
					...[eq(drills.runId, sql.placeholder('runId')), isNull(drills.endedAt)],
					eq(handovers.accepted, true)
				)
			)
			.prepare();
		this.handovers = new Handovers(db);
	}

	/** Everybody whose drill it is, whose machines they are first. */
	people(drill: Drill): Aboard[] {
		const team = this.#team(drill);
		if (team.length > 0) return team;
		const owner = { userId: drill.userId, name: this.#nameOf(drill.userId) };
		const taken = this.handovers.taken(drill.id);
		if (!taken) return [{ ...owner, role: 'alone' }];
		return [
			{ ...owner, role: 'gone' },
			{ userId: taken.toId, name: this.#nameOf(taken.toId), role: 'successor' }
		];
	}

	/** Null for who has nothing to do with it. */
	seat(drill: Drill, userId: number): Seat | null {
		const people = this.people(drill);
		const own = people.find((one) => one.userId === userId);
		return own ? { role: own.role, may: rightsOf(own.role, people) } : null;
	}

	/** Whether somebody may work on the machines of a run: the one question every door asks. */
	mayWork(userId: number, run: Pick<Run, 'id' | 'userId' | 'labId'>): boolean {
		const successor = this.#successor(run.id);
		if (successor !== null) return successor === userId;
		return run.userId === userId || this.#isTeammate(userId, run);
	}

	/** Who has the machines of a run for now, when its learner has handed them over; else null. */
	inHandsOf(runId: number): string | null {
		const successor = this.#successor(runId);
		return successor === null ? null : this.#nameOf(successor);
	}

	/** Drills of others that this person is or was aboard of. */
	drillsOf(userId: number): number[] {
		const mine = eq(gameDaySeats.userId, userId);
		const seats = this.#db.select().from(gameDaySeats).where(mine).all();
		const inTeams = seats
			.filter(({ role }) => role !== 'lead')
			.flatMap(({ dayId, team }) => this.#drillsOfTeam(dayId, team));
		const taken = and(eq(handovers.toId, userId), eq(handovers.accepted, true));
		const handed = this.#db.select({ id: handovers.drillId }).from(handovers).where(taken).all();
		return [...inTeams, ...handed.map(({ id }) => id)];
	}

	#team(drill: Drill): Aboard[] {
		const seat = this.#db
			.select({ dayId: gameDaySeats.dayId, team: gameDaySeats.team })
			.from(gameDayDrills)
			.innerJoin(gameDaySeats, eq(gameDaySeats.dayId, gameDayDrills.dayId))
			.where(and(eq(gameDayDrills.drillId, drill.id), eq(gameDaySeats.userId, drill.userId)))
			.get();
		if (!seat) return [];
		return this.#db
			.select({ userId: gameDaySeats.userId, name: users.name, role: gameDaySeats.role })
			.from(gameDaySeats)
			.innerJoin(users, eq(users.id, gameDaySeats.userId))
			.where(and(eq(gameDaySeats.dayId, seat.dayId), eq(gameDaySeats.team, seat.team)))
			.orderBy(gameDaySeats.role, users.name)
			.all()
			.sort((one, other) => Number(other.userId === drill.userId) - Number(one.userId === drill.userId));
	}

	#drillsOfTeam(dayId: number, team: number): number[] {
		return this.#db
			.select({ id: drills.id })
			.from(gameDayDrills)
			.innerJoin(drills, eq(drills.id, gameDayDrills.drillId))
			.innerJoin(
				gameDaySeats,
				and(eq(gameDaySeats.dayId, gameDayDrills.dayId), eq(gameDaySeats.userId, drills.userId))
			)
			.where(and(eq(gameDayDrills.dayId, dayId), eq(gameDaySeats.team, team)))
			.all()
			.map(({ id }) => id);
	}

	/** On the day itself, and no longer. */
	#isTeammate(userId: number, run: Pick<Run, 'userId' | 'labId'>): boolean {
		const seatsOf = (id: number) =>
			this.#db
				.select({ dayId: gameDaySeats.dayId, team: gameDaySeats.team, role: gameDaySeats.role })
				.from(gameDaySeats)
				.innerJoin(gameDays, eq(gameDays.id, gameDaySeats.dayId))
				// Who was taken out of the class is out of its teams.
				.innerJoin(
					classMembers,
					and(eq(classMembers.classId, gameDays.classId), eq(classMembers.userId, gameDaySeats.userId))
				)
				.where(
					and(
						...[eq(gameDaySeats.userId, id), eq(gameDays.labId, run.labId)],
						...[isNull(gameDays.endedAt), lte(gameDays.startsAt, new Date())]
					)
				)
				.all();
		const leads = seatsOf(run.userId).filter(({ role }) => role === 'lead');
		return (
			leads.length > 0 &&
			seatsOf(userId).some((own) => leads.some((lead) => lead.dayId === own.dayId && lead.team === own.team))
		);
	}

	#successor = (runId: number): number | null => this.#holder.get({ runId })?.toId ?? null;

	#nameOf(userId: number): string {
		return this.#db.select().from(users).where(eq(users.id, userId)).get()?.name ?? 'somebody who has left';
	}
}
