import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { Bulletin } from '../bulletin.ts';
import { MEMORY, openDb, runs, users, watchings as rows, type Db } from '#lib/server/db/index.ts';
import { Watchings } from './index.ts';

const now = new Date();
const [ADA, IDA, OLAF] = [1, 2, 3];
let db: Db;
let bulletin: Bulletin;
let told: number[];
let watchings: Watchings;

beforeEach(() => {
	db = openDb(MEMORY);
	for (const [id, name, role] of [
		[ADA, 'ada', 'learner'],
		[IDA, 'ida', 'instructor'],
		[OLAF, 'olaf', 'operator']
	] as const)
		db.insert(users).values({ id, name, role, passwordHash: '-', createdAt: now }).run();
	const run = { digest: 'd', startedAt: now, deadline: now, lastSeenAt: now, userId: ADA };
	db.insert(runs)
		.values([
			{ ...run, labId: 'one', readyAt: now },
			{ ...run, labId: 'two', readyAt: now, endedAt: now },
			{ ...run, labId: 'three' }
		])
		.run();
	bulletin = new Bulletin();
	told = [];
	for (const id of [ADA, IDA]) bulletin.listen(id, () => told.push(id));
	watchings = new Watchings({ db, bulletin });
});

const look = (place = 'box · main') =>
	watchings.begin({ run: { id: 1, userId: ADA }, watcher: { id: IDA, name: 'ida' }, place });
const who = { runId: 1, watcherId: IDA };
const allow = (given: boolean, userId = ADA) => watchings.answer(userId, who, given);

describe('watching', () => {
	it('writes the look down before it begins, and tells the learner at once', () => {
		const leave = look();
		expect(told).toEqual([ADA]);
		expect(watchings.present(1)).toMatchObject([{ name: 'ida', keyboard: 'none' }]);
		expect(watchings.looksAt(ADA)).toMatchObject([
			{ name: 'ida', labId: 'one', place: 'box · main', what: 'terminal', typed: false }
		]);
		leave();
		expect(watchings.present(1)).toEqual([]);
		expect(watchings.looksAt(ADA)).toHaveLength(1);
	});

	it('is one look when the line breaks and comes back, and another look later', () => {
		look()();
		look()();
		expect(watchings.looksAt(ADA)).toHaveLength(1);
		db.update(rows)
			.set({ seenAt: new Date(Date.now() - 120_000) })
			.run();
		look();
		expect(watchings.looksAt(ADA)).toHaveLength(2);
	});

	it('lets nobody type who was not allowed to, by the learner alone, after they had asked', () => {
		look();
		allow(true);
		expect(watchings.keyboard(1, IDA)).toBe('none');
		expect(watchings.ask(1, OLAF, true)).toMatchObject({ refused: /Open the terminal first/ });
		expect(watchings.ask(1, IDA, true)).toBeNull();
		expect(watchings.keyboard(1, IDA)).toBe('asked');
		allow(true, IDA);
		expect(watchings.keyboard(1, IDA)).toBe('asked');
		allow(true);
		expect(watchings.keyboard(1, IDA)).toBe('given');
		expect(watchings.looksAt(ADA)).toMatchObject([{ typed: true }]);
		allow(false);
		expect(watchings.keyboard(1, IDA)).toBe('none');
		expect(watchings.looksAt(ADA)).toMatchObject([{ typed: true }]);
	});

	it('takes the keyboard back when the last terminal is closed', () => {
		const [first, second] = [look(), look('box · second')];
		watchings.ask(1, IDA, true);
		allow(true);
		first();
		expect(watchings.keyboard(1, IDA)).toBe('given');
		second();
		look();
		expect(watchings.keyboard(1, IDA)).toBe('none');
	});

	it('writes down who looked at a recording, without being there', () => {
		const run = { id: 1, userId: ADA };
		watchings.lookedAtRecording({
			...{ run, watcher: { id: IDA, name: 'ida' }, place: 'box · main' },
			recordingId: null
		});
		expect(watchings.looksAt(ADA)).toMatchObject([{ what: 'recording' }]);
		expect(watchings.present(1)).toEqual([]);
	});

	it('keeps the name of who looked when their account is gone', () => {
		look();
		db.delete(users).where(eq(users.id, IDA)).run();
		expect(watchings.looksAt(ADA)).toMatchObject([{ name: 'ida' }]);
	});

	it('knows what can be looked at: runs whose machines are up', () => {
		expect(watchings.allUnderway()).toMatchObject([{ id: 1, labId: 'one', userName: 'ada' }]);
		expect(watchings.underway(2)).toBeNull();
		expect(watchings.underway(3)).toBeNull();
	});
});
