import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Lab } from '#lib/server/labs/index.ts';
import { openEngine } from '#lib/server/sandbox/index.ts';
import { Ground, makeLab, ok, script } from './testing.ts';

let ground: Ground;
const step = (text: string) => ({ host: 'box', script: script(text), args: [], env: {}, timeoutSeconds: 5 });
/** Its second step uses a parameter, so the third, too, waits for its learner. */
const lab: Lab = makeLab('one', {
	setup: [step('touch /ahead'), step('echo "$WORD" > /word'), step('touch /after')]
});
const POOL = { sandboxes: 2, memoryMiB: 1024 };

const restart = async (pool = POOL) => {
	await ground.runs?.close();
	await ground.openRuns({ pool });
};
/** A restart is also a round of upkeep; this waits for what it begins. */
const filled = async (pool = POOL) => {
	await restart(pool);
	await ground.runs.capacity.settled();
};
const names = async () => (await ground.engine.list()).sort();
const has = async (sandbox: string, path: string) =>
	(await (await ground.engine.find(sandbox))!.exec('box', { command: ['test', '-f', path] })).code === 0;

beforeEach(async () => {
	ground = new Ground();
	ground.labs.set('one', lab);
	await ground.openRuns({ pool: POOL });
	const run = await ground.ready(1, lab);
	await ground.runs.stop(run);
	await filled();
});
afterEach(() => ground.close());

describe('the pool', () => {
	it('keeps nobody from starting the platform while the engine is dead, and forgets what it cannot find', async () => {
		await ground.runs.close();
		const nowhere = { address: 'unix:///dev/null/docker.sock', containers: '/dev/null', instance: 'dead' };
		const dead = openEngine({ kind: 'docker', ...nowhere });
		await ground.openRuns({ engine: dead, pool: POOL });
		expect(ground.runs.capacity.pooled()).toEqual([]);
		await ground.runs.close();
		await dead.close();

		await ground.openRuns({ pool: { sandboxes: 0, memoryMiB: 0 } }); // it answers again
		expect(await names()).toEqual([]);
	});

	it('keeps a sandbox of a lab that was started lately, set up to the first step that is personal', async () => {
		expect(ground.runs.capacity.pooled()).toEqual([{ labId: 'one', ready: 1, making: 0 }]);
		const [pooled] = await names();
		expect(await has(pooled!, '/ahead')).toBe(true);
		expect(await has(pooled!, '/word')).toBe(false);
	});

	it('hands it over as personal as one that was started for its learner', async () => {
		const [pooled] = await names();
		const run = await ground.ready(2, lab);
		expect(run.sandbox).toBe(pooled);
		const word = await (await ground.runs.sandbox(run))!.exec('box', { command: ['cat', '/word'] });
		expect(word.stdout.trim()).toBe(ground.runs.values(2, lab).WORD);
		expect(await has(pooled!, '/after')).toBe(true);
	});

	it('is handed over in four writes, for each waits for the disk: the run, whose it is, and that it is ready', async () => {
		ground.runs.values(2, lab); // whoever has been here before has a secret
		const written = () => (ground.db.$client.prepare('select total_changes() as n').get() as { n: number }).n;
		const before = written();
		await ground.ready(2, lab);
		expect(written() - before).toBe(4); // two of them are one: the pool's row goes as the run's is changed
	});

	it('gives one sandbox to one learner, and the next gets a new one', async () => {
		const [first, second] = [ok(ground.runs.start(2, lab)), ok(ground.runs.start(3, lab))];
		expect(first.sandbox).not.toBeNull();
		expect(second.sandbox).toBeNull();
		await vi.waitFor(() => expect(ground.runs.current(3, 'one')?.readyAt).not.toBeNull());
		expect(new Set(await names()).size).toBe(2);
	});

	it('waits on over a restart, and what was only being made is taken away', async () => {
		const [pooled] = await names();
		ground.db.$client
			.prepare("insert into pooled_sandboxes (lab_id, digest, created_at) values ('one', 'd1', ?)")
			.run(Date.now());
		await ground.engine.start('pool-2', { hosts: [], networks: [], lifetimeSeconds: 60, labels: {} });
		await filled();
		expect(await names()).toEqual([pooled]);
		expect((await ground.ready(2, lab)).sandbox).toBe(pooled);
	});

	it('a sandbox that was taken when the server ended is not handed out twice', async () => {
		const [pooled] = await names();
		// The row of the run names it, the pool's row is gone, and the rest of the hand-over never happened.
		const run = ok(ground.runs.start(2, lab));
		expect(run.sandbox).toBe(pooled);
		await restart();
		await vi.waitFor(() => expect(ground.runs.current(2, 'one')?.readyAt).not.toBeNull());
		const next = await ground.ready(3, lab);
		expect(next.sandbox ?? 'new').not.toBe(ground.runs.current(2, 'one')!.sandbox);
	});

	it('starts a new sandbox when the one that waited is broken', async () => {
		const [pooled] = await names();
		await ground.engine.remove(pooled!);
		const run = await ground.ready(2, lab);
		expect(run.sandbox).toBeNull();
		expect((await ground.type(run, ['test', '-f', '/after'])).code).toBe(0);
	});

	it('lets go of a lab that was revised, and of all when it is switched off', async () => {
		ground.labs.set('one', { ...lab, digest: 'd2' });
		const before = await names();
		await filled();
		expect(await names()).not.toEqual(before);
		await filled({ sandboxes: 0, memoryMiB: 0 });
		expect(await names()).toEqual([]);
	});

	it('makes room when learners stand in line', async () => {
		const limits = { total: 1, perLearner: 2, minutes: 60, minutesMax: 100, idleMinutes: 45 };
		await ground.runs.close();
		await ground.openRuns({ pool: POOL, limits });
		await ground.ready(1, lab);
		ok(ground.runs.start(2, lab));
		await ground.runs.close();
		await ground.openRuns({ pool: POOL, limits });
		await ground.runs.capacity.settled();
		expect(ground.runs.capacity.pooled()).toEqual([]);
	});
});
