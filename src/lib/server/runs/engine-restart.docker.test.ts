/** What becomes of everybody when the engine goes and takes their machines along: on an engine of the test's own. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openFurnished, whyNoDaemon, type Daemon } from '../../../../tests/attacks/daemon.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import { openEngine, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { Ground, LIMITS, makeLab, ok, script } from './testing.ts';

const PATIENCE = { timeout: 120_000, interval: 200 };
const [ADA, BEN, CLEO] = [1, 2, 3];
const step = (text: string) => ({ host: 'box', script: script(text), args: [], env: {}, timeoutSeconds: 60 });
const box = {
	...makeLab('one').hosts[0]!,
	limits: { memoryMiB: 128, cpus: 1, pids: 128, diskMiB: 128 }
};
const lab: Lab = makeLab('one', { hosts: [box], setup: [step('touch /ahead')] });
const slow: Lab = makeLab('two', { hosts: [box], setup: [step('touch /begun; sleep 30')] });
const options = { pool: { sandboxes: 1, memoryMiB: 1024 }, limits: { ...LIMITS, total: 6, keepHours: 1 } };

describe.skipIf(whyNoDaemon() !== null)('an engine that does not keep containers alive without it', () => {
	let daemon: Daemon;
	let engine: SandboxEngine;
	let ground: Ground;

	beforeAll(async () => {
		daemon = await openFurnished();
		const about = { address: daemon.address, containers: 'containers', instance: 'restarted' };
		engine = openEngine({ kind: 'docker', ...about });
		ground = new Ground(engine);
		ground.labs.set('one', lab).set('two', slow);
		await ground.openRuns(options);
	}, 400_000);
	afterAll(async () => {
		await ground.runs.close();
		await engine.close();
		await daemon.close();
	}, 120_000);

	const current = (userId: number, { id }: Lab) => ground.runs.current(userId, id);
	const says = async (userId: number, text: string) => {
		const sandbox = await ground.runs.sandbox(current(userId, lab)!);
		return (await sandbox!.exec('box', { command: ['sh', '-c', text] })).stdout.trim();
	};
	const begin = async (userId: number, kept = false) => {
		ok(ground.runs.start(userId, lab, kept));
		await vi.waitFor(() => {
			const { readyAt, endReason } = ground.runs.last(userId, lab.id)!;
			expect(endReason ?? readyAt).toBeTruthy();
		}, PATIENCE);
		expect(ground.runs.last(userId, lab.id)?.endReason).toBeNull();
	};
	const waits = () => vi.waitFor(() => expect(ground.runs.capacity.pooled()[0]?.ready).toBe(1), PATIENCE);
	/** Every sandbox is somebody's, and everybody who is told of machines has them. */
	const isInOrder = async () => {
		const rows = ground.db.$client
			.prepare(
				"select coalesce(sandbox, 'run-' || id || '-' || generation) as name from runs where ended_at is null or kept_until > ?"
			)
			.all(Date.now()) as { name: string }[];
		const wanted = [...rows.map(({ name }) => name), ...ground.runs.capacity.names()];
		expect((await engine.list()).sort()).toEqual(wanted.sort());
	};

	it.each(['SIGTERM', 'SIGKILL'] as const)(
		'ended with %s leaves nothing untrue behind: who lost machines is told, files that were kept are there',
		async (signal) => {
			await begin(CLEO);
			await says(CLEO, `echo ${signal} > /root/mine`);
			ground.db.$client.prepare('update runs set deadline = ? where ended_at is null').run(Date.now() - 1);
			await vi.waitFor(() => expect(ground.runs.last(CLEO, 'one')?.keptUntil).toBeTruthy(), PATIENCE);
			ground.runs.capacity.expect('one', 1, new Date(Date.now() + 600_000));
			await begin(ADA);
			await waits();
			const [pooled] = ground.runs.capacity.names();
			ground.runs.start(BEN, slow);
			const made = () => engine.list().then((names) => names.length);
			await vi.waitFor(async () => expect(await made()).toBe(4), PATIENCE);

			await daemon.stop(signal);
			expect(current(ADA, lab)).not.toBeNull(); // that nobody answers is no reason to end anybody's run
			await daemon.start();

			await vi.waitFor(() => expect(current(ADA, lab)).toBeNull(), PATIENCE);
			expect(ground.runs.last(ADA, 'one')?.endReason).toContain('A machine of this lab has stopped');
			await vi.waitFor(() => expect(current(BEN, slow)).toBeNull(), PATIENCE);
			expect(ground.runs.last(BEN, 'two')?.endReason).toContain('You can try again');
			const isOld = () => [...ground.runs.capacity.names()].includes(pooled!);
			await vi.waitFor(() => expect(isOld()).toBe(false), PATIENCE);
			await waits();
			await isInOrder();

			await begin(CLEO, true);
			expect(await says(CLEO, 'cat /root/mine')).toBe(signal);
			await begin(ADA);
			expect(await says(ADA, 'ls /ahead')).toBe('/ahead');
			for (const who of [ADA, CLEO]) await ground.runs.stop(current(who, lab)!);
		},
		500_000
	);
});
