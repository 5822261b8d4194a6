import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MEMORY, openDb, users, type Db, type DrillRow } from '#lib/server/db/index.ts';
import { Crews } from '#lib/server/crews/index.ts';
import { Bulletin } from '../bulletin.ts';
import { Drills } from './drills.ts';
import type { DrillEvent } from './events.ts';
import { figuresOf, type Facts } from './figures.ts';
import { liveView } from './live.ts';
import { drillMarks } from './marks.ts';
import { Reports } from './report.ts';
import { DrillRows, RowLedger } from './rows.ts';

let db: Db;
let rows: DrillRows;
let row: DrillRow;
beforeEach(() => {
	power = 'up';
	db = openDb(MEMORY);
	const person = { id: 1, name: 'ada', passwordHash: '-', role: 'learner', createdAt: new Date() } as const;
	db.insert(users).values(person).run();
	rows = new DrillRows(db);
	const strike = { how: 'fault', fault: 'disk-full', hosts: [], afterMilliseconds: 1234, second: false };
	row = rows.begin({
		...{ userId: 1, runId: null, generation: 1, labId: 'shop', digest: 'd', plan: { strikes: [strike] } },
		lab: PLAYED
	})!;
});
afterEach(() => void db.$client.close());

let power: 'up' | 'down' = 'up';
const view = () =>
	liveView({
		...{ row, ledger: new RowLedger(rows, row.id, 1), now: 60_000, after: 0, successor: false },
		hosts: { web: power, store: 'up' }
	});
const WELL = {
	kind: 'recovered',
	how: 'recovered',
	recoveredAt: 0,
	notBefore: 0,
	harmedAt: null
} as const;
const probes = [
	{
		id: 'page',
		title: 'The page',
		everyMilliseconds: 500,
		timeoutMilliseconds: 1000,
		slowMilliseconds: 300
	}
];
const PLAYED = {
	title: 'Shop',
	drill: { objectives: {}, intact: [], points: 0 },
	probes,
	faults: { 'disk-full': 'The disk was filled' }
};
const happens = (...events: DrillEvent[]) => events.forEach((event) => rows.add(row.id, event));

test('before and after a strike the browser hears the same, until the learner has said so', () => {
	happens({ kind: 'steady', at: 1000 });
	const before = view();
	power = 'down';
	happens(
		{ kind: 'striking', at: 5000, strike: 0, how: 'fault', fault: 'disk-full' },
		{ kind: 'struck', at: 5000, strike: 0, until: 5100 }
	);
	expect(view()).toEqual(before);
	happens({ kind: 'noticed', at: 9000, text: 'slow' });
	expect(view().known).toEqual(['Something is broken. Make it well again.']);
	expect(JSON.stringify(view())).not.toMatch(/disk|strike|1234/);
	expect(view().hosts).toEqual({ web: 'down', store: 'up' });
	happens(
		{ ...WELL, at: 20_000, strike: 0 },
		{ kind: 'striking', at: 30_000, strike: 1, how: 'reboot', fault: null }
	);
	expect(view().hosts).toEqual({ web: 'up', store: 'up' }); // nobody has spoken of the second one
	happens({ kind: 'struck', at: 30_000, strike: 1, until: 30_100 }, { ...WELL, at: 50_000, strike: 1 });
	expect(view().hosts).toEqual({ web: 'down', store: 'up' }); // whatever it is, no strike has done it
});

test('nor does the picture of the lab page show it, of these machines and while the drill is on', () => {
	db.$client.pragma('foreign_keys = OFF'); // its run is of no interest here
	const { labId, digest, lab, plan } = row;
	rows.end(row.id, 'aborted', null);
	row = rows.begin({ userId: 1, runId: 7, generation: 1, labId, digest, lab, plan })!;
	const drills = new Drills({
		...{ db, bulletin: new Bulletin(), log: pino({ level: 'silent' }), crews: new Crews(db) },
		...{ occasion: () => null, undone: () => [], classmates: () => [], earned: () => {}, touch: () => {} },
		...{ machines: async () => null, hosts: async () => ({}), commands: async () => [] }
	});
	const [down, up] = [{ web: 'down' } as const, { web: 'up' } as const];
	expect(drills.known(7, down)).toEqual(down);
	happens({ kind: 'striking', at: 5000, strike: 0, how: 'reboot', fault: null });
	expect(drills.known(7, down)).toEqual(up);
	expect(drills.known(8, down)).toEqual(down);
	happens({ kind: 'struck', at: 5000, strike: 0, until: 5100 }, { kind: 'noticed', at: 9000, text: '' });
	expect(drills.known(7, down)).toEqual(down);
	happens({ kind: 'striking', at: 30_000, strike: 1, how: 'reboot', fault: null });
	expect(drills.known(7, down)).toEqual(up);
	rows.end(row.id, 'aborted', null);
	expect(drills.known(7, down)).toEqual(down);
});

test('recordings of the machines tell of a drill once it is over, at its seconds', () => {
	db.$client.pragma('foreign_keys = OFF');
	db.$client.prepare('update drills set run_id = 7').run();
	const marks = (generation = 1) => drillMarks(rows, { runId: 7, generation });
	happens(
		{ kind: 'steady', at: 1000 },
		{ kind: 'striking', at: 5000, strike: 0, how: 'fault', fault: 'disk-full' },
		{ kind: 'struck', at: 5000, strike: 0, until: 5100 },
		{ kind: 'noticed', at: 9000, text: 'slow' },
		{ ...WELL, at: 30_000, recoveredAt: 20_000, strike: 0 }
	);
	expect(marks()).toEqual([]);
	const facts = { lab: PLAYED, plan: row.plan };
	const asked = [{ everyMilliseconds: 500, samples: [] }];
	const figures = figuresOf({ ...facts, asked, events: rows.events(row.id) } as unknown as Facts);
	rows.end(row.id, 'aborted', figures);
	const began = marks()[0]!.at.getTime() - 5000;
	expect(marks().map(({ at, kind, text }) => [at.getTime() - began, kind, text])).toEqual([
		[5000, 'fault', 'The disk was filled'],
		[9000, 'noticed', 'Noticed: slow'],
		[20_000, 'repair', 'Well again after 15 s']
	]);
	expect(Math.abs(began + 1000 - rows.events(row.id)[0]!.writtenAt.getTime())).toBeLessThan(1);
	expect(marks(2)).toEqual([]);
});

test('what learners write about theirs is read and graded by who teaches, and by nobody else', async () => {
	const reports = new Reports({
		...{ db, rows, bulletin: new Bulletin(), crews: new Crews(db), classmates: () => [] },
		commands: async () => []
	});
	const words = { happened: 'It ended.', why: 'Nobody watched.', prevent: 'A supervisor.' };
	expect(reports.review(row.id, 1, words)).toMatchObject({ refused: 'You have no such drill.' }); // it is on
	rows.end(row.id, 'aborted', null);
	expect(reports.grade(row.id, 2, { grade: 8, comment: '' })).toMatchObject({
		refused: 'Nothing has been written about this drill yet.'
	});
	expect(reports.review(row.id, 1, { ...words, why: ' ' })).toMatchObject({ refused: /all three/ });
	expect(reports.review(row.id, 3, words)).toMatchObject({ refused: 'You have no such drill.' });
	expect(reports.review(row.id, 1, words)).toBeNull();
	const grace = { name: 'grace', passwordHash: '-', role: 'instructor', createdAt: new Date() } as const;
	db.insert(users)
		.values({ id: 2, ...grace })
		.run();
	expect(reports.toGrade()).toMatchObject([{ id: row.id, learner: 'ada', grade: null }]);
	expect(reports.grade(row.id, 2, { grade: 11, comment: '' })).toMatchObject({ refused: /0 to 10/ });
	expect(reports.grade(row.id, 2, { grade: 8, comment: 'Well seen.' })).toBeNull();
	expect(reports.list(1)).toMatchObject([{ grade: 8 }]);
	const seen = { ...words, grade: 8, comment: 'Well seen.', gradedBy: 'grace' };
	for (const reader of [
		{ id: 1, role: 'learner' },
		{ id: 2, role: 'instructor' }
	])
		expect((await reports.find(row.id, reader))?.review).toMatchObject(seen);
	expect(await reports.find(row.id, { id: 3, role: 'learner' })).toBeNull();
});

test('who says so before anything has happened is not told whether they are right', () => {
	happens({ kind: 'steady', at: 1000 }, { kind: 'noticed', at: 2000, text: '' });
	expect(view()).toMatchObject({ known: [], entries: [{ kind: 'noticed', at: 2000, text: '' }] });
});

test('answers that were fetched twice are kept once, and another server reads on where the first stopped', () => {
	const first = new RowLedger(rows, row.id, 1);
	first.keep(0, '100 0 g 3 - \n600 0 b 2 - refused\n');
	first.keep(0, '100 0 g 3 - \n600 0 b 2 - refused\n');
	const second = new RowLedger(rows, row.id, 1);
	expect(second.offset()).toBe(first.offset());
	expect(second.samples()).toEqual(first.samples());
	expect(second.samples()[0]).toEqual([
		{ at: 100, outcome: 'good', milliseconds: 3, note: '' },
		{ at: 600, outcome: 'bad', milliseconds: 2, note: 'refused' }
	]);
});

test('a learner has one drill at a time, and it ends once', () => {
	const { userId, runId, generation, labId, digest, lab, plan } = row;
	expect(rows.begin({ userId, runId, generation, labId, digest, lab, plan })).toBeNull();
	expect(rows.end(row.id, 'aborted', null)?.end).toBe('aborted');
	expect(rows.end(row.id, 'played', null)).toBeNull();
});
