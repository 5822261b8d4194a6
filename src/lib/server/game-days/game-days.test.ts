import pino from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAuth, type Auth } from '#lib/server/auth/index.ts';
import { Classes } from '#lib/server/classes/index.ts';
import { Crews } from '#lib/server/crews/index.ts';
import { Drills } from '#lib/server/drills/index.ts';
import { loadLab, type Lab } from '#lib/server/labs/index.ts';
import { People } from '#lib/server/people/index.ts';
import { refused } from '../refusal.ts';
import { Ground, LIMITS, ok } from '../runs/testing.ts';
import { GameDays } from './index.ts';

const [ADA, BOB, CYD] = [1, 2, 3];
let ground: Ground;
let auth: Auth;
let classes: Classes;
let drills: Drills;
let days: GameDays;
let lab: Lab;
let classId: number;

beforeEach(async () => {
	ground = new Ground();
	const { db, bulletin, labs } = ground;
	lab = { ...(await loadLab('tests/drill-labs/small-course/drills/one-door')).lab!, setup: [] };
	labs.set(lab.id, lab);
	await ground.openRuns({ limits: { ...LIMITS, total: 10 } });
	auth = await openAuth({ db, origin: 'http://lab.test', signUp: 'invitation' });
	const catalogue = { lab: (id: string) => labs.get(id) ?? null, course: () => null, track: () => null };
	const { invitations } = new People(db, auth);
	classes = new Classes({ db, auth, labs: catalogue, bulletin, invitations });
	classId = ok(classes.create('Night shift', { id: CYD, role: 'instructor' })).id;
	for (const userId of [ADA, BOB]) classes.roster.welcome(classId, userId);
	const crews = new Crews(db);
	drills = new Drills({
		...{ db, bulletin, crews, log: pino({ level: 'silent' }) },
		machines: () => Promise.resolve(null),
		occasion: (userId, labId) => days.occasion(userId, labId),
		undone: () => [],
		hosts: () => Promise.resolve({}),
		commands: () => Promise.resolve([]),
		classmates: () => [],
		earned: () => {},
		touch: () => {}
	});
	days = new GameDays({ db, bulletin, labs: catalogue, drills, runs: ground.runs, classes });
});
afterEach(async () => {
	auth.close();
	await ground.close();
});

const form = {
	...{ lab: 'one-door', mode: 'own', size: '3', strikes: 'hand' },
	...{ starts: '2031-03-01T10:00', zone: 'Europe/Berlin' }
};
const plan = (changes: object = {}) => {
	const day = days.schedule(classId, { ...form, ...changes }, CYD);
	if (refused(day)) throw new Error(day.refused);
	return () => days.find(classId, day.id)!;
};

it('is planned in the zone that was written, for a lab that has a drill', () => {
	expect(plan()().startsAt.toISOString()).toBe('2031-03-01T09:00:00.000Z');
	const field = (changes: object) => days.schedule(classId, { ...form, ...changes }, CYD);
	expect(field({ lab: 'one' })).toMatchObject({ field: 'lab' });
	expect(field({ mode: 'none' })).toMatchObject({ field: 'mode' });
	expect(field({ zone: 'Atlantis' })).toMatchObject({ field: 'zone' });
	expect(field({ starts: 'soon' })).toMatchObject({ field: 'starts' });
	expect(days.find(classId + 1, 1)).toBeNull();
});

it('calls its people and nobody else, and takes no drill before it has begun', () => {
	const day = plan();
	expect(days.ofMember(ADA)).toMatchObject([{ classTitle: 'Night shift', state: 'planned' }]);
	expect(days.ofMember(CYD)).toEqual([]);
	expect(days.asMember(CYD, day().id)).toBeNull();
	expect(days.occasion(ADA, lab.id)).toBeNull();
	days.openNow(day());
	expect(days.occasion(ADA, lab.id)).toMatchObject({ byHand: true, held: false });
	expect(days.occasion(ADA, 'one')).toBeNull();
	expect(days.occasion(CYD, lab.id)).toBeNull();
});

it('starts machines and begins drills for everybody, shows them, and ends them all', async () => {
	const day = plan();
	days.openNow(day());
	expect(days.startMachines(day())).toEqual([]);
	for (const userId of [ADA, BOB]) await ground.ready(userId, lab);
	expect(days.beginDrills(day())).toEqual([]);
	expect(days.beginDrills(day())).toEqual([]); // twice is once
	expect(
		(await days.board(day())).map(({ name, machines, drill }) => [name, machines, drill?.phase])
	).toEqual([
		['user1', 'ready', 'warming'],
		['user2', 'ready', 'warming']
	]);
	expect(await days.strike(day(), 'all')).toEqual([
		'user2: its machines are gone.', // in this test nothing carries drills on
		'user1: its machines are gone.'
	]);
	expect(days.cancel(day())).toMatchObject({ refused: expect.stringContaining('played') as string });
	days.end(day());
	expect((await days.board(day())).map(({ end }) => end)).toEqual(['aborted', 'aborted']);
	expect(days.occasion(ADA, lab.id)).toBeNull();
});

it('in teams has one set of machines each, those of the lead, and seats that wait for the drill to end', async () => {
	const day = plan({ mode: 'shared', size: '2' });
	expect(days.seats(day()).map(({ userId, team, role }) => [userId, team, role])).toEqual([
		[ADA, 1, 'lead'],
		[BOB, 1, 'operator']
	]);
	days.openNow(day());
	const swapped = (userId: number) => ({ team: '1', role: userId === BOB ? 'lead' : 'scribe' });
	expect(days.seat(day(), () => ({ team: '1', role: 'lead' }))).toHaveProperty('refused');
	expect(days.seat(day(), swapped)).toBeNull();
	expect(days.captains(day())).toMatchObject([{ userId: BOB, team: 1, people: [{}, {}] }]);
	expect(days.occasion(ADA, lab.id)).toBeNull(); // a drill of the scribe's own is no part of it
	days.startMachines(day());
	await ground.ready(BOB, lab);
	days.beginDrills(day());
	expect(days.seat(day(), swapped)).toHaveProperty('refused');
	expect(days.asMember(ADA, day().id)).toMatchObject({ seat: { role: 'scribe' }, drill: { isOn: true } });
	const { id } = days.asMember(ADA, day().id)!.drill!;
	expect(days.abort(day(), id)).toBeNull();
	expect(drills.reports.isOf(id, ADA)).toBe(true);
	expect(drills.reports.list(ADA)).toMatchObject([{ id, end: 'aborted' }]);
});

it('begins drills paused while it is paused itself', async () => {
	const day = plan();
	days.openNow(day());
	await days.pause(day(), true);
	days.startMachines(day());
	await ground.ready(ADA, lab);
	days.beginDrills(day());
	const held = async () => (await days.board(day())).find(({ userId }) => userId === ADA)?.drill?.held;
	expect(await held()).toBe(true);
});
