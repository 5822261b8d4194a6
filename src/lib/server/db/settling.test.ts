import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDb, users } from './index.ts';
import { Settling, syncLog } from './settling.ts';

/** A disk that takes as long as it is told. */
function slowDisk() {
	const syncs = [] as PromiseWithResolvers<void>[];
	const settling = new Settling(() => {
		const sync = Promise.withResolvers<void>();
		syncs.push(sync);
		return sync.promise;
	});
	return { settling, syncs };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('syncs once for all who wait at the same time', async () => {
	const { settling, syncs } = slowDisk();
	const all = Promise.all([settling.settled(), settling.settled(), settling.settled()]);
	await turn();
	expect(syncs).toHaveLength(1);
	syncs[0]?.resolve();
	await all;
});

it('lets nobody go with a sync that had begun before they committed', async () => {
	const { settling, syncs } = slowDisk();
	const first = settling.settled();
	await turn();
	let isKept = false;
	const later = settling.settled().then(() => (isKept = true));
	syncs[0]?.resolve();
	await first;
	await turn();
	expect([isKept, syncs.length]).toEqual([false, 2]);
	syncs[1]?.resolve();
	await later;
});

it('tells who waited what the disk says, and tries again for the next', async () => {
	const { settling, syncs } = slowDisk();
	const first = settling.settled();
	await turn();
	syncs[0]?.reject(new Error('no space'));
	await expect(first).rejects.toThrow('no space');
	const second = settling.settled();
	await turn();
	syncs[1]?.resolve();
	await second;
});

it('syncs the log that a commit is in, and has nothing to do where there is none', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'labwright-settling-'));
	const db = openDb(folder, { waits: true });
	expect(db.$client.pragma('synchronous', { simple: true })).toBe(1);
	db.insert(users).values({ name: 'Ada', passwordHash: 'x', role: 'learner', createdAt: new Date() }).run();
	expect(statSync(join(folder, 'labwright.db-wal')).size).toBeGreaterThan(0);
	await db.settled();
	db.$client.close();
	await syncLog(join(folder, 'labwright.db'));
	rmSync(folder, { recursive: true });
	await expect(syncLog(join(folder, 'gone', 'labwright.db'))).resolves.toBeUndefined();
});
