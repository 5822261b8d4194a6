/**
 * Game days: a drill that a class plays on one day, and whoever runs it strikes, pauses and ends it.
 *
 * Knows who plays and whose machines they play on. How a drill goes is the drills' business; who may
 * run a day is settled by the pages, which find it only through its class.
 */
import type { Bulletin } from '../bulletin.ts';
import { instantOf, isZone, type Classes } from '#lib/server/classes/index.ts';
import { DAY_MODES, type Db, type GameDay } from '#lib/server/db/index.ts';
import type { Drills, Occasion } from '#lib/server/drills/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import type { Runs } from '#lib/server/runs/index.ts';
import { refused, type Refusal } from '#lib/server/refusal.ts';
import { t } from '#lib/words/index.ts';
import { boardOf, type BoardRow } from './board.ts';
import { DayRows, type Seated } from './rows.ts';
import { deal, seatsFrom, TEAM_SIZES, wrongIn } from './teams.ts';

export type { BoardRow } from './board.ts';
export type { Seated } from './rows.ts';

export interface GameDaysOptions {
	db: Db;
	bulletin: Bulletin;
	labs: { lab(id: string): Lab | null };
	drills: Drills;
	runs: Pick<Runs, 'start' | 'current' | 'labFor'>;
	classes: Pick<Classes, 'roster' | 'teachers'>;
}

/** As a form has it. */
export interface Written {
	lab: string;
	mode: string;
	/** Size of a team, where machines are shared. */
	size: string;
	strikes: string;
	starts: string;
	zone: string;
}

export type Field = 'lab' | 'mode' | 'starts' | 'zone';
export type DayState = 'planned' | 'on' | 'over';

/** Somebody with machines: one learner, or a team by its lead. */
export interface Captain {
	userId: number;
	name: string;
	/** Null where each plays alone. */
	team: number | null;
	/** Everybody of the team; only themselves where each plays alone. */
	people: Pick<Seated, 'userId' | 'name' | 'role'>[];
}

const MOST_PLANNED = 50;
const REMEMBERED_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;

export class GameDays {
	readonly #options: GameDaysOptions;
	readonly #rows: DayRows;

	constructor(options: GameDaysOptions) {
		this.#options = options;
		this.#rows = new DayRows(options.db);
	}

	of(classId: number) {
		return this.#rows.of(classId).map((day) => ({ ...day, state: stateOf(day), title: this.#title(day) }));
	}

	find(classId: number, dayId: number): GameDay | null {
		const day = this.#rows.find(dayId);
		return day?.classId === classId ? day : null;
	}

	/** What this person's classes play, soon, now or lately. */
	ofMember(userId: number) {
		const since = new Date(Date.now() - REMEMBERED_MILLISECONDS);
		return this.#rows.ofMember(userId, since).map((day) => ({
			...{ id: day.id, labId: day.labId, mode: day.mode, startsAt: day.startsAt },
			...{ classTitle: day.classTitle, title: this.#title(day), state: stateOf(day) }
		}));
	}

	/** A day as somebody plays it; null for who is not in the class. */
	asMember(userId: number, dayId: number) {
		const day = this.#rows.find(dayId);
		if (!day || !this.#options.classes.roster.has(day.classId, userId)) return null;
		const seats = this.#rows.seats(dayId);
		const own = seats.find((seat) => seat.userId === userId) ?? null;
		const team = own ? seats.filter((seat) => seat.team === own.team) : [];
		const captain = day.mode === 'own' ? userId : team.find(({ role }) => role === 'lead')?.userId;
		const drill = this.#rows.drills(dayId).find((one) => one.userId === captain) ?? null;
		return {
			...{ day, state: stateOf(day), title: this.#title(day), seat: own, team },
			drill: drill && { id: drill.id, isOn: drill.endedAt === null }
		};
	}

	schedule(classId: number, written: Written, by: number): GameDay | (Refusal & { field: Field }) {
		const lab = this.#options.labs.lab(written.lab);
		if (!lab?.drill) return { field: 'lab', refused: t('Choose a lab that has a drill.') };
		const mode = DAY_MODES.find((one) => one === written.mode);
		if (!mode) return { field: 'mode', refused: t('Choose on whose machines they play.') };
		if (!isZone(written.zone))
			return { field: 'zone', refused: t('Name a time zone such as Europe/Berlin.') };
		if (this.of(classId).filter(({ state }) => state !== 'over').length >= MOST_PLANNED)
			return {
				field: 'lab',
				refused: t('A class has at most {most} game days before it. Call one off.', { most: MOST_PLANNED })
			};
		const startsAt = instantOf(written.starts, written.zone);
		if (!startsAt) return { field: 'starts', refused: t('Give the day and the time at which it begins.') };
		const row = { classId, labId: lab.id, mode, byHand: written.strikes !== 'drawn', startsAt };
		const day = this.#rows.add({ ...row, createdBy: by });
		const size = TEAM_SIZES.find((one) => `${one}` === written.size) ?? 3;
		const members = this.#options.classes.roster.all(classId).map(({ userId }) => userId);
		if (mode === 'shared') this.#rows.seatAll(day.id, deal(members, size));
		this.#tell(day);
		return day;
	}

	/** One that nobody has played yet. */
	cancel(day: GameDay): Refusal | null {
		if (this.#rows.drills(day.id).length > 0)
			return { refused: t('It has been played already. End it instead, and its reports stay.') };
		this.#rows.remove(day.id);
		this.#tell(day);
		return null;
	}

	openNow(day: GameDay): void {
		if (stateOf(day) === 'planned') this.#rows.change(day.id, { startsAt: new Date() });
		this.#tell(day);
	}

	/** Over: drills that are on are ended, and teams leave the machines of their leads. */
	end(day: GameDay): void {
		for (const { id } of this.#underway(day)) this.#options.drills.direction.abort(id);
		this.#rows.change(day.id, { endedAt: new Date(), pausedAt: null });
		this.#tell(day);
	}

	async pause(day: GameDay, paused: boolean): Promise<void> {
		this.#rows.change(day.id, { pausedAt: paused ? new Date() : null });
		for (const { id } of this.#underway(day)) await this.#options.drills.direction.hold(id, paused);
		this.#tell(day);
	}

	/** Everybody of the class, with their seat where they have one. */
	seats(day: GameDay): { userId: number; name: string; team: number; role: Seated['role'] }[] {
		const seats = new Map(this.#rows.seats(day.id).map((seat) => [seat.userId, seat]));
		return this.#options.classes.roster.all(day.classId).map(({ userId, name, fullName }) => ({
			...{ userId, name: fullName || name },
			...{ team: seats.get(userId)?.team ?? 0, role: seats.get(userId)?.role ?? ('operator' as const) }
		}));
	}

	seat(day: GameDay, written: (userId: number) => { team: string; role: string }): Refusal | null {
		if (this.#underway(day).length > 0) return { refused: t('A drill is on. Teams change when none is.') };
		const members = this.#options.classes.roster.all(day.classId).map(({ userId }) => userId);
		const seats = seatsFrom(members, written);
		const wrong = wrongIn(seats);
		if (wrong) return wrong;
		this.#rows.seatAll(day.id, seats);
		this.#tell(day);
		return null;
	}

	captains(day: GameDay): Captain[] {
		if (day.mode === 'own') {
			return this.#options.classes.roster.all(day.classId).map(({ userId, name }) => ({
				...{ userId, name, team: null },
				people: [{ userId, name, role: 'lead' }]
			}));
		}
		const teams = Map.groupBy(this.#rows.seats(day.id), ({ team }) => team);
		return [...teams].flatMap(([team, people]) => {
			const lead = people.find(({ role }) => role === 'lead');
			return lead ? [{ userId: lead.userId, name: lead.name, team, people }] : [];
		});
	}

	/** Start machines for all who have none. Returns why some did not get any. */
	startMachines(day: GameDay): string[] {
		return this.#each(day, ({ userId, lab }) => {
			const { runs } = this.#options;
			return runs.current(userId, lab.id) ? null : runs.start(userId, lab);
		});
	}

	/** Begin the drill of all whose machines are up and who are in none of this day. */
	beginDrills(day: GameDay): string[] {
		const on = new Set(this.#underway(day).map(({ userId }) => userId));
		return this.#each(day, ({ userId, lab }) => {
			const { runs, drills } = this.#options;
			const run = runs.current(userId, lab.id);
			if (!run?.readyAt || on.has(userId)) return null;
			return drills.begin(userId, runs.labFor(userId, lab.id) ?? lab, run);
		});
	}

	/** Strike these drills of the day, or all of them. Returns why some were not struck. */
	async strike(day: GameDay, drillIds: number[] | 'all'): Promise<string[]> {
		const names = new Map(
			this.captains(day).map(({ userId, name, team }) => [userId, team ? t('Team {team}', { team }) : name])
		);
		const said: string[] = [];
		for (const { id, userId } of this.#underway(day)) {
			if (drillIds !== 'all' && !drillIds.includes(id)) continue;
			const refusal = await this.#options.drills.direction.order(id);
			if (refusal)
				said.push(t('{who}: {words}', { who: names.get(userId) ?? t('Somebody'), words: refusal.refused }));
		}
		return said;
	}

	abort(day: GameDay, drillId: number): Refusal | null {
		const drill = this.#underway(day).find(({ id }) => id === drillId);
		return drill ? this.#options.drills.direction.abort(drill.id) : { refused: t('This drill is over.') };
	}

	/** All control rooms side by side. */
	board(day: GameDay): Promise<BoardRow[]> {
		const { runs, drills } = this.#options;
		return boardOf(this.captains(day), this.#rows.drills(day.id), {
			run: (userId) => runs.current(userId, day.labId),
			glance: (drillId) => drills.direction.glance(drillId)
		});
	}

	/** The day that a drill begun now by this person belongs to. */
	occasion(userId: number, labId: string): Occasion | null {
		const day = this.#rows.playedBy(userId, labId)[0];
		if (!day) return null;
		return {
			...{ byHand: day.byHand, held: day.pausedAt !== null },
			joined: (drill) => {
				this.#rows.join(day.id, drill.id);
				this.#tell(day);
			}
		};
	}

	#each(day: GameDay, act: (of: { userId: number; lab: Lab }) => unknown): string[] {
		const lab = this.#options.labs.lab(day.labId);
		if (!lab) return [t('This lab is not there any more.')];
		return this.captains(day).flatMap(({ userId, name }) => {
			const done = act({ userId, lab });
			return refused(done) ? [t('{who}: {words}', { who: name, words: done.refused })] : [];
		});
	}

	#underway = (day: GameDay) => this.#rows.drills(day.id).filter(({ endedAt }) => endedAt === null);

	#title = ({ labId }: GameDay): string => this.#options.labs.lab(labId)?.title ?? labId;

	#tell({ classId }: GameDay): void {
		const { roster, teachers } = this.#options.classes;
		for (const { userId } of roster.all(classId)) this.#options.bulletin.tell(userId);
		for (const { id } of teachers.of(classId)) this.#options.bulletin.tell(id);
	}
}

/** From its moments; nothing turns a switch. */
export function stateOf({ startsAt, endedAt }: GameDay, now = new Date()): DayState {
	if (endedAt) return 'over';
	return startsAt <= now ? 'on' : 'planned';
}
