/** Drills as the server drives them, on real machines: one strike is one strike, over crashes and however busy it is. */
import { resolve } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDocker } from '../../../../scripts/docker.mjs';
import { Bulletin } from '../bulletin.ts';
import { classes, classMembers, MEMORY, openDb, users, type Db, type Run } from '#lib/server/db/index.ts';
import { loadLab, paramValues, type Lab } from '#lib/server/labs/index.ts';
import { openEngine, type Sandbox, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { bringUp, sandboxSpec } from '#lib/server/scenes/index.ts';
import { refused } from '../refusal.ts';
import { Drills } from './drills.ts';
import { Crews } from '#lib/server/crews/index.ts';
import type { Occasion } from './options.ts';
import { eventsOf, type DrillEvent } from './events.ts';
import { DrillRows } from './rows.ts';

const NAME = `drills-${Date.now().toString(36)}`;
let engine: SandboxEngine;
let sandbox: Sandbox | null;
let lab: Lab;
let db: Db;

beforeAll(async () => {
	lab = (await loadLab('tests/drill-labs/small-course/drills/one-door')).lab!;
	engine = openEngine({
		...{ kind: 'docker', containers: resolve('containers'), instance: 'drilltest' },
		address: (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock'
	});
	const values = paramValues(lab, { key: 'k', learner: '1', scope: 's' });
	sandbox = await bringUp({
		...{ engine, lab, values, name: NAME, tell: () => {}, signal: new AbortController().signal },
		spec: sandboxSpec(lab, values, { lifetimeSeconds: 900, userId: 1 })
	});
	db = openDb(MEMORY);
	const person = { id: 1, name: 'ada', passwordHash: '-', role: 'learner', createdAt: new Date() } as const;
	db.insert(users).values(person).run();
});

afterAll(async () => {
	await engine.remove(NAME);
	await engine.close();
	db.$client.close();
});

const run = {
	...{ id: 7, userId: 1, generation: 1, readyAt: new Date(), endedAt: null },
	deadline: new Date(Date.now() + 3_600_000)
} as unknown as Run;

/** Looks far more often than a look takes, as a busy server does. */
let occasion: Occasion | null = null;

function openDrills(): Drills {
	const drills = new Drills({
		...{ db, bulletin: new Bulletin(), log: pino({ level: 'silent' }), everyMilliseconds: 40 },
		machines: async () => sandbox && { sandbox, lab, values: {} },
		crews: new Crews(db),
		occasion: () => occasion,
		undone: () => [],
		hosts: async () => ({}),
		classmates: () => [],
		earned: () => {},
		commands: async () => [{ at: new Date(), host: 'box', text: 'sv up web' }],
		touch: () => {}
	});
	drills.open();
	return drills;
}

test('each strike comes once, a crash in the middle included, and the repair stands', async () => {
	db.$client.pragma('foreign_keys = OFF'); // its run is of no interest here
	const rows = new DrillRows(db);
	let drills = openDrills();
	const begun = drills.begin(1, lab, run);
	if (refused(begun)) throw new Error(begun.refused);
	const count = (kind: 'striking' | 'struck') => eventsOf(rows.events(begun.id), kind).length;

	await expect.poll(() => count('struck'), { timeout: 90_000 }).toBe(1);
	await drills.close(); // the first server is gone, and nobody looks for a while
	await sandbox!.exec('box', { command: ['ln', '-s', '/etc/sv/web', '/etc/service/web'] });
	await new Promise((resolve) => setTimeout(resolve, 4000));
	drills = openDrills();
	await drills.room.notice({ userId: 1 }, 'It was refused');
	await expect.poll(() => rows.find(begun.id)?.end, { timeout: 180_000 }).toBe('played');
	await drills.close();

	expect([count('striking'), count('struck')]).toEqual([2, 2]);
	const report = await drills.reports.find(begun.id, { id: 1, role: 'learner' });
	expect(report?.figures.objectives.map(({ id, state }) => `${id} ${state}`)).toEqual([
		'notice met',
		'recover met',
		'good met',
		'writes met'
	]);
	expect(report?.figures.probes[0]?.unknown).toBeLessThan(2000); // the probes went on without a server
	expect(report?.moments).toContainEqual(expect.objectContaining({ kind: 'command', text: 'sv up web' }));
	expect(await drills.reports.find(begun.id, { id: 2, role: 'learner' })).toBeNull();
}, 300_000);

test('on a game day it is struck by hand, never while it is paused, and may change hands in its middle', async () => {
	const by = { passwordHash: '-', role: 'learner', createdAt: new Date() } as const;
	db.update(users).set({ signInName: 'ada' }).run();
	db.insert(users)
		.values({ id: 2, name: 'bob', signInName: 'bob', ...by })
		.run();
	for (const userId of [1, 2])
		db.insert(classMembers).values({ classId: 1, userId, way: 'code', joinedAt: new Date() }).run();
	db.insert(classes).values({ id: 1, title: 'Night shift', createdAt: new Date() }).run();
	const script = 'rm -f /etc/service/web; sv down /etc/sv/web; setsid /opt/web </dev/null >/dev/null 2>&1 &';
	await sandbox!.exec('box', { command: ['sh'], script });

	const rows = new DrillRows(db);
	const joined: number[] = [];
	occasion = { byHand: true, held: true, joined: ({ id }) => void joined.push(id) };
	const drills = openDrills();
	const begun = drills.begin(1, lab, run);
	if (refused(begun)) throw new Error(begun.refused);
	expect(joined).toEqual([begun.id]);
	const { direction, room } = drills;
	const events = (kind: DrillEvent['kind']) => eventsOf(rows.events(begun.id), kind);
	expect(await direction.order(begun.id)).toMatchObject({ refused: 'it is paused.' });
	await expect.poll(() => events('steady').length, { timeout: 90_000 }).toBe(1);
	await direction.hold(begun.id, false);
	const due = events('steady')[0]!.at + 6000; // longer than any moment that could have been drawn
	await expect
		.poll(async () => (await direction.glance(begun.id))!.now, { timeout: 60_000 })
		.toBeGreaterThan(due);
	expect(events('struck')).toEqual([]);

	expect(await direction.order(begun.id)).toBeNull();
	await expect.poll(() => events('struck').length, { timeout: 60_000 }).toBe(1);
	await expect
		.poll(async () => (await direction.glance(begun.id))!.probes[0]!.marks, { timeout: 60_000 })
		.toContain('b');
	const [ada, bob] = [{ userId: 1 }, { userId: 2, drillId: begun.id }];
	const given = { name: 'Bob', note: 'It is refused. I have touched nothing.' };
	expect(await room.offer(ada, given)).toMatchObject({
		refused: expect.stringContaining('noticed') as string
	});
	await room.notice(ada, 'It was refused');
	await room.log(ada, 'I think it is the disk');
	expect(await room.offer(ada, given)).toBeNull();
	expect(await room.answer(2, room.offersTo(2)[0]!.id, true)).toBe(begun.id);
	expect(await room.notice(ada, 'Again')).toMatchObject({
		refused: expect.stringContaining('somebody else') as string
	});
	await room.log(bob, 'Taken over');
	const live = await room.live(2, begun.id, 0);
	expect(live?.note?.text).toBe(given.note);
	expect(live?.entries).toMatchObject([{ text: 'Taken over', by: 'bob' }]); // nothing but the note

	const repair = 'ln -s /etc/sv/web /etc/service/web; sv up /etc/sv/web || true';
	await sandbox!.exec('box', { command: ['sh'], script: repair });
	await expect.poll(() => rows.find(begun.id)?.end, { timeout: 180_000 }).toBe('played');
	await drills.close();
	occasion = null;
	const report = (await drills.reports.find(begun.id, { id: 2, role: 'learner' }))!;
	expect(report.learner).toBe('ada (handed it over), bob (took it over)');
	const [first] = report.figures.strikes;
	expect(first!.afterHandover).toBeLessThan(first!.toRecover!);
	expect(report.figures.points).toEqual({ earned: 8, of: 8 });
	expect(report.moments).toContainEqual(expect.objectContaining({ kind: 'handed' }));
}, 400_000);

test('a drill whose machines are taken away is lost, and says so', async () => {
	const drills = openDrills();
	const begun = drills.begin(1, lab, run);
	if (refused(begun)) throw new Error(begun.refused);
	sandbox = null;
	await expect.poll(() => drills.latest(1, lab.id)?.end, { timeout: 20_000 }).toBe('lost');
	await drills.close();
});
