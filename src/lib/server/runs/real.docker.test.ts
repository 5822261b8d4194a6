/** What runs promise about pools, keeping and crashes, on real machines. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { findDocker } from '../../../../scripts/docker.mjs';
import type { Lab } from '#lib/server/labs/index.ts';
import { openEngine, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { Ground, LIMITS, makeLab, script } from './testing.ts';

const PATIENCE = { timeout: 120_000, interval: 100 };
const instance = `r${Math.random().toString(36).slice(2, 9)}`;
const step = (text: string) => ({ host: 'box', script: script(text), args: [], env: {}, timeoutSeconds: 20 });
const plain = makeLab('one');
const box = { ...plain.hosts[0]!, limits: { memoryMiB: 128, cpus: 1, pids: 128, diskMiB: 128 } };
const note = {
	...{ to: '/srv/deep/note.txt', content: Buffer.from('for {{WORD}}\n'), owner: 'learner', mode: '0640' },
	template: true
};
/** Half of it can be done before its learner is known, and of the other nothing. */
const ahead: Lab = makeLab('one', {
	hosts: [box],
	setup: [step('touch /ahead'), step('echo "$WORD" > /word')]
});
const personal: Lab = makeLab('two', { hosts: [{ ...box, files: [note] }], setup: [step('touch /scene')] });
const options = { pool: { sandboxes: 6, memoryMiB: 4096 }, limits: { ...LIMITS, total: 6, keepHours: 1 } };

let engine: SandboxEngine;
let ground: Ground;
beforeAll(async () => {
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? '';
	engine = openEngine({ kind: 'docker', address, containers: 'containers', instance });
	ground = new Ground(engine);
	ground.labs.set('one', ahead).set('two', personal);
	await ground.openRuns(options);
}, 240_000);
afterAll(async () => {
	await ground.runs.close();
	for (const name of await engine.list()) await engine.remove(name);
	await engine.close();
}, 120_000);

const restart = async () => {
	await ground.runs.close();
	await ground.openRuns(options);
};
const ready = async (userId: number, lab: Lab) => {
	ground.runs.start(userId, lab);
	await vi.waitFor(() => expect(ground.runs.current(userId, lab.id)?.readyAt).toBeTruthy(), PATIENCE);
	return ground.runs.current(userId, lab.id)!;
};
const says = async (userId: number, lab: Lab, text: string) => {
	const sandbox = await ground.runs.sandbox(ground.runs.current(userId, lab.id)!);
	return (await sandbox!.exec('box', { command: ['sh', '-c', text] })).stdout.trim();
};
/** Until the pool holds this lab: a restart is also a round of upkeep. */
const pooled = async (lab: Lab) => {
	await vi.waitFor(
		async () => {
			await restart();
			await ground.runs.capacity.settled();
			expect(ground.runs.capacity.pooled().find(({ labId }) => labId === lab.id)?.ready).toBeGreaterThan(0);
		},
		{ timeout: 180_000, interval: 500 }
	);
};

it.each([
	['its setup', ahead, 'cat /word', (word: string) => word],
	[
		'its files',
		personal,
		'stat -c "%U %a" /srv/deep/note.txt; cat /srv/deep/note.txt',
		(word: string) => `learner 640\nfor ${word}`
	]
] as const)(
	'a sandbox from the pool is as personal in %s as a new one',
	async (_, lab, look, expected) => {
		const first = await ready(1, lab);
		const fresh = await says(1, lab, look);
		expect(fresh).toBe(expected(ground.runs.values(1, lab).WORD!));
		await ground.runs.stop(first);
		await pooled(lab);
		const run = await ready(2, lab);
		expect(run.sandbox).toMatch(/^pool-/);
		expect(await says(2, lab, look)).toBe(expected(ground.runs.values(2, lab).WORD!));
		await ground.runs.stop(run);
	},
	400_000
);

it('a learner whose time was over goes on with the same files', async () => {
	const run = await ready(3, ahead);
	await says(3, ahead, 'echo mine > /root/mine');
	ground.db.$client.prepare('update runs set deadline = ? where id = ?').run(Date.now() - 1, run.id);
	await restart();
	expect(ground.runs.current(3, 'one')).toBeNull();
	expect(ground.runs.last(3, 'one')?.keptUntil).toBeTruthy();
	ground.runs.start(3, ahead, true);
	await vi.waitFor(() => expect(ground.runs.current(3, 'one')?.readyAt).toBeTruthy(), PATIENCE);
	expect(await says(3, ahead, 'cat /root/mine')).toBe('mine');
	await ground.runs.stop(ground.runs.current(3, 'one')!);
}, 240_000);
