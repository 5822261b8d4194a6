import { afterEach, beforeEach, expect, test } from 'vitest';
import { MEMORY, openDb, users, type Db } from '#lib/server/db/index.ts';
import { RUNBOOK_MOST } from '#lib/drills/live.ts';
import { Runbooks } from './runbooks.ts';

let db: Db;
let runbooks: Runbooks;
const ADA = 1;
const BOB = 2;

beforeEach(() => {
	db = openDb(MEMORY);
	for (const [id, name] of [
		[ADA, 'ada'],
		[BOB, 'bob']
	] as const)
		db.insert(users)
			.values({ id, name, signInName: name, passwordHash: 'x', role: 'learner', createdAt: new Date() })
			.run();
	runbooks = new Runbooks(db);
});
afterEach(() => db.$client.close());

test('a runbook is of one person and one lab, and the last word counts', () => {
	expect(runbooks.find(ADA, 'shop')).toBe('');
	expect(runbooks.write(ADA, 'shop', 'look at the log\r\nthen restart\r\n')).toBeNull();
	expect(runbooks.find(ADA, 'shop')).toBe('look at the log\nthen restart');
	runbooks.write(ADA, 'shop', 'look at both logs');
	expect(runbooks.find(ADA, 'shop')).toBe('look at both logs');
	expect(runbooks.find(ADA, 'door')).toBe('');
	expect(runbooks.find(BOB, 'shop')).toBe('');
});

test('what is too long is refused, and what was there stays', () => {
	runbooks.write(ADA, 'shop', 'short');
	expect(runbooks.write(ADA, 'shop', 'x'.repeat(RUNBOOK_MOST + 1))).toMatchObject({
		refused: 'A runbook holds 8000 characters, and this is 8001. Shorten it, then save it again.'
	});
	expect(runbooks.find(ADA, 'shop')).toBe('short');
});
