import { afterEach, beforeEach, expect, test } from 'vitest';
import { MEMORY, openDb, users, type Db, type DrillRow } from '#lib/server/db/index.ts';
import type { DrillEvent } from './events.ts';
import { liveView } from './live.ts';
import { DrillRows, RowLedger } from './rows.ts';

let db: Db;
let rows: DrillRows;
let row: DrillRow;
beforeEach(() => {
	db = openDb(MEMORY);
	const person = { id: 1, name: 'ada', passwordHash: '-', role: 'learner', createdAt: new Date() } as const;
	db.insert(users).values(person).run();
	rows = new DrillRows(db);
	const probes = [
		{
			id: 'page',
			title: 'The page',
			everyMilliseconds: 500,
			timeoutMilliseconds: 1000,
			slowMilliseconds: 300
		}
	];
	const strike = { how: 'fault', fault: 'disk-full', hosts: [], afterMilliseconds: 1234, second: false };
	row = rows.begin({
		...{ userId: 1, runId: null, generation: 1, labId: 'shop', digest: 'd', plan: { strikes: [strike] } },
		lab: { title: 'Shop', drill: {}, probes, faults: { 'disk-full': 'The disk was filled' } }
	})!;
});
afterEach(() => void db.$client.close());

const view = () =>
	liveView({ row, ledger: new RowLedger(rows, row.id, 1), now: 60_000, after: 0, successor: false });
const happens = (...events: DrillEvent[]) => events.forEach((event) => rows.add(row.id, event));

test('before and after a strike the browser hears the same, until the learner has said so', () => {
	happens({ kind: 'steady', at: 1000 });
	const before = view();
	happens(
		{ kind: 'striking', at: 5000, strike: 0, how: 'fault', fault: 'disk-full' },
		{ kind: 'struck', at: 5000, strike: 0, until: 5100 }
	);
	expect(view()).toEqual(before);
	happens({ kind: 'noticed', at: 9000, text: 'slow' });
	expect(view().known).toEqual(['Something is broken. Make it well again.']);
	expect(JSON.stringify(view())).not.toMatch(/disk|strike|1234/);
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
