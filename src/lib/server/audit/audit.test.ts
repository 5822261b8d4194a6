import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { audit as rows, MEMORY, openDb, users, type Db } from '#lib/server/db/index.ts';
import { Audit, ROWS_PER_PAGE } from './index.ts';

let db: Db;
let audit: Audit;
let grace: { id: number; name: string };
beforeEach(() => {
	db = openDb(MEMORY);
	const row = { name: 'Grace', passwordHash: 'x', role: 'operator', createdAt: new Date() } as const;
	grace = db.insert(users).values(row).returning().get();
	audit = new Audit(db, { AUDIT_DAYS: 30 });
});
afterEach(() => db.$client.close());

it('tells who did what to whom, newest first, by deed and by name', () => {
	audit.record(grace, { deed: 'role', subject: 'Ada', detail: 'instructor' });
	audit.record(grace, { deed: 'switch-off', subject: 'Bea' });
	expect(audit.list({}).rows.map(({ deed }) => deed)).toEqual(['switch-off', 'role']);
	expect(audit.list({ deed: 'role' }).rows).toMatchObject([
		{ actorName: 'Grace', subject: 'Ada', detail: 'instructor' }
	]);
	expect(audit.list({ search: 'BEA' }).total).toBe(1);
	expect(audit.list({ search: 'grace' }).total).toBe(2);
	expect(audit.list({ search: '%' }).total).toBe(0);
});

it('keeps the name of who did it when their account is gone', () => {
	audit.record(grace, { deed: 'role', subject: 'Ada' });
	db.delete(users).where(eq(users.id, grace.id)).run();
	expect(audit.list({}).rows).toMatchObject([{ actorId: null, actorName: 'Grace' }]);
});

it('shows pages, the last one for a number beyond it', () => {
	for (let number = 0; number <= ROWS_PER_PAGE; number++)
		audit.record(grace, { deed: 'role', subject: `${number}` });
	const last = audit.list({ page: 9 });
	expect(last).toMatchObject({ page: 2, pages: 2, total: ROWS_PER_PAGE + 1 });
	expect(last.rows.map(({ subject }) => subject)).toEqual(['0']);
});

it('forgets what is too old', () => {
	audit.record(grace, { deed: 'role', subject: 'Ada' });
	db.update(rows)
		.set({ at: new Date(Date.now() - 31 * 86_400_000) })
		.run();
	audit.record(grace, { deed: 'role', subject: 'Bea' });
	audit.tidy();
	expect(audit.list({}).rows.map(({ subject }) => subject)).toEqual(['Bea']);
});
