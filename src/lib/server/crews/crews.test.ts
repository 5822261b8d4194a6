import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	classes,
	classMembers,
	drills,
	gameDayDrills,
	gameDays,
	gameDaySeats,
	MEMORY,
	openDb,
	runs,
	users,
	type Db,
	type DrillRow,
	type Run
} from '#lib/server/db/index.ts';
import { refused } from '../refusal.ts';
import { Crews } from './index.ts';

const [ADA, BOB, CYD, DEE] = [1, 2, 3, 4];
const now = new Date();
let db: Db;
let crews: Crews;
let run: Run;
let drill: DrillRow;

beforeEach(() => {
	db = openDb(MEMORY);
	crews = new Crews(db);
	for (const [index, name] of ['ada', 'bob', 'cyd', 'dee'].entries()) {
		const person = { passwordHash: '-', role: 'learner', createdAt: now } as const;
		db.insert(users)
			.values({ id: index + 1, name, signInName: name, ...person })
			.run();
	}
	db.insert(classes).values({ id: 1, title: 'Night shift', createdAt: now }).run();
	for (const userId of [ADA, BOB, CYD])
		db.insert(classMembers).values({ classId: 1, userId, way: 'code', joinedAt: now }).run();
	const begun = { labId: 'shop', digest: 'd', startedAt: now };
	run = db
		.insert(runs)
		.values({ userId: ADA, ...begun, readyAt: now, deadline: now, lastSeenAt: now })
		.returning()
		.get();
	drill = db
		.insert(drills)
		.values({ userId: ADA, runId: run.id, generation: 1, ...begun, lab: {}, plan: {} })
		.returning()
		.get();
});

const workers = () => [ADA, BOB, CYD, DEE].filter((id) => crews.mayWork(id, run));

describe('alone', () => {
	it("a drill is its learner's, and nobody else may work on it or see it", () => {
		expect(crews.people(drill)).toEqual([{ userId: ADA, name: 'ada', role: 'alone' }]);
		expect(crews.seat(drill, BOB)).toBeNull();
		expect(workers()).toEqual([ADA]);
	});
});

describe('in a team', () => {
	let day: number;
	beforeEach(() => {
		const about = { classId: 1, labId: 'shop', mode: 'shared', byHand: true, createdAt: now } as const;
		day = db
			.insert(gameDays)
			.values({ ...about, startsAt: now })
			.returning()
			.get().id;
		const sit = (userId: number, team: number, role: 'lead' | 'operator' | 'scribe') =>
			db.insert(gameDaySeats).values({ dayId: day, userId, team, role }).run();
		sit(ADA, 1, 'lead');
		sit(BOB, 1, 'operator');
		sit(CYD, 2, 'lead');
		db.insert(gameDayDrills).values({ dayId: day, drillId: drill.id }).run();
	});

	it('each does what their role is for, and the other team nothing', () => {
		expect(crews.people(drill).map(({ name, role }) => `${name} ${role}`)).toEqual([
			'ada lead',
			'bob operator'
		]);
		expect(crews.seat(drill, ADA)?.may).toMatchObject({ notice: true, declare: true, log: true });
		expect(crews.seat(drill, BOB)?.may).toMatchObject({
			work: true,
			notice: false,
			log: false,
			giveUp: false
		});
		expect(crews.seat(drill, CYD)).toBeNull();
		db.insert(gameDaySeats).values({ dayId: day, userId: DEE, team: 1, role: 'scribe' }).run();
		expect(crews.seat(drill, DEE)?.may).toMatchObject({ log: true, notice: false });
		expect(crews.seat(drill, ADA)?.may.log).toBe(false);
	});

	it('all of it work on the machines of the lead, on the day, in that lab, and no longer', () => {
		expect(workers()).toEqual([ADA, BOB]);
		expect(crews.mayWork(BOB, { ...run, labId: 'another' })).toBe(false);
		db.delete(classMembers).where(eq(classMembers.userId, BOB)).run();
		expect(workers()).toEqual([ADA]); // out of the class, out of the team
		db.insert(classMembers).values({ classId: 1, userId: BOB, way: 'code', joinedAt: now }).run();
		expect(crews.mayWork(ADA, { ...run, userId: BOB })).toBe(false); // an operator lends nothing
		db.update(gameDays)
			.set({ startsAt: new Date(Date.now() + 60_000) })
			.run();
		expect(workers()).toEqual([ADA]);
		db.update(gameDays).set({ startsAt: now, endedAt: now }).run();
		expect(workers()).toEqual([ADA]);
		expect(crews.drillsOf(BOB)).toEqual([drill.id]); // its report stays theirs
	});
});

describe('handed over', () => {
	const offer = (name = 'Bob', note = 'The page is refused.') => crews.handovers.offer(drill, { name, note });

	it('it changes hands with a yes, and comes back when the drill ends', () => {
		const made = offer();
		if (refused(made)) throw new Error(made.refused);
		expect(crews.handovers.offersTo(BOB)).toMatchObject([{ from: 'ada', labId: 'shop' }]);
		expect(workers()).toEqual([ADA]);
		expect(crews.handovers.answer(made.id, CYD, true)).toBeNull();
		expect(crews.handovers.answer(made.id, BOB, true)).toMatchObject({ note: 'The page is refused.' });
		expect(workers()).toEqual([BOB]);
		expect(crews.inHandsOf(run.id)).toBe('bob');
		expect(crews.seat(drill, ADA)).toMatchObject({ role: 'gone', may: { work: false, giveUp: false } });
		expect(crews.seat(drill, BOB)?.may).toMatchObject({ work: true, notice: true, log: true });
		expect(offer('cyd')).toMatchObject({ refused: expect.stringContaining('changed hands') as string });
		db.update(drills).set({ endedAt: now, end: 'played' }).run();
		expect(workers()).toEqual([ADA]);
		expect(crews.people(drill)).toHaveLength(2);
		expect(crews.drillsOf(BOB)).toEqual([drill.id]);
	});

	it('only to somebody of ones own class, with a note, one at a time, and it can be taken back', () => {
		for (const name of ['dee', 'ada', 'nobody']) expect(refused(offer(name))).toBe(true);
		expect(refused(offer('bob', '  '))).toBe(true);
		expect(refused(offer())).toBe(false);
		expect(refused(offer('cyd'))).toBe(true);
		expect(crews.handovers.waiting(drill.id)?.to).toBe('bob');
		expect(crews.handovers.withdraw(drill.id)).toBe(BOB);
		expect(crews.handovers.offersTo(BOB)).toEqual([]);
	});

	it('a no leaves everything as it was', () => {
		const made = offer();
		if (refused(made)) throw new Error(made.refused);
		crews.handovers.answer(made.id, BOB, false);
		expect(workers()).toEqual([ADA]);
		expect(refused(offer('cyd'))).toBe(false);
	});
});
