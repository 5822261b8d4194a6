import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MEMORY, openDb, runs, users, type Db } from '#lib/server/db/index.ts';
import { Metrics, type MetricsOptions } from './index.ts';

let db: Db;
beforeEach(() => (db = openDb(MEMORY)));
afterEach(() => db.$client.open && db.$client.close());

const engine = {
	list: () => Promise.resolve(['one', 'two']),
	machine: () => Promise.resolve({ memoryFreeMiB: 1, diskFreeMiB: null })
};
const metrics = (options: Partial<MetricsOptions> = {}) =>
	new Metrics({
		...{ db, version: '9.9.9', token: undefined, origin: 'http://localhost:3000', engine },
		pooled: () => [{ ready: 2, making: 1 }],
		...options
	});

describe('a scrape', () => {
	it('tells what runs, waits and is free, and names nobody', async () => {
		const moment = new Date();
		const user = { name: 'Ada Secret', passwordHash: 'x', role: 'learner', createdAt: moment } as const;
		const { id } = db.insert(users).values(user).returning().get();
		const run = { userId: id, digest: 'd', startedAt: moment, deadline: moment, lastSeenAt: moment };
		db.insert(runs)
			.values([
				{ ...run, labId: 'a', readyAt: moment },
				{ ...run, labId: 'b', waitingSince: moment }
			])
			.run();

		const one = metrics();
		one.answered('/labs/[lab]', 'GET', 200, 0.01);
		const { text } = await one.scrape();
		expect(text).toContain('labwright_info{version="9.9.9"} 1');
		expect(text).toContain('labwright_people{role="learner"} 1');
		expect(text).toContain('labwright_runs{state="waiting"} 1');
		expect(text).toContain('labwright_runs{state="ready"} 1');
		expect(text).toContain('labwright_sandboxes 2');
		expect(text).toContain('labwright_pooled 2');
		expect(text).toContain('labwright_engine_up 1');
		expect(text).toContain('labwright_free_bytes{of="memory"} 1048576');
		expect(text).not.toContain('of="disk"');
		expect(text).toContain(
			'labwright_request_seconds_count{route="/labs/[lab]",method="GET",status="200"} 1'
		);
		expect(text).not.toContain('Ada');
	});

	it('says that the engine is down instead of failing', async () => {
		const down = { ...engine, list: () => Promise.reject(new Error('no engine')) };
		expect((await metrics({ engine: down }).scrape()).text).toContain('labwright_engine_up 0');
	});

	it('is for this machine alone while people reach it directly', () => {
		expect(metrics().admits(null, '127.0.0.1')).toBe(true);
		expect(metrics().admits(null, '::1')).toBe(true);
		expect(metrics().admits(null, '192.0.2.7')).toBe(false);
	});

	it('is for nobody behind a proxy, where everybody comes from this machine, without a token', () => {
		const origin = 'https://labs.example.org';
		expect(metrics({ origin }).admits(null, '127.0.0.1')).toBe(false);
		const guarded = metrics({ origin, token: 'a long token' });
		expect(guarded.admits(null, '127.0.0.1')).toBe(false);
		expect(guarded.admits('Bearer another', '127.0.0.1')).toBe(false);
		expect(guarded.admits('Bearer a long token', '192.0.2.7')).toBe(true);
	});
});

it('is not ready once its database is gone', () => {
	const one = metrics();
	expect(one.isReady()).toBe(true);
	db.$client.close();
	expect(one.isReady()).toBe(false);
});
