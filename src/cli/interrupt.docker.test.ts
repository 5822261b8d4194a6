import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, expect, it } from 'vitest';
import { openDocker } from './engine.ts';

const engine = await openDocker('proof');
afterAll(() => engine.close());

const machinesOf = async ({ pid }: ChildProcess) =>
	(await engine.list()).filter((name) => name.startsWith(`proof-${pid}-`));

it('Ctrl-C in the middle of a proof takes its own machines away', { timeout: 60_000 }, async () => {
	const tool = spawn(process.execPath, ['src/cli/lab.ts', 'test', 'tests/labs', '--repeat', '20'], {
		stdio: ['ignore', 'ignore', 'pipe']
	});
	const own = () => machinesOf(tool);
	let said = '';
	tool.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
	const ended = new Promise<number | null>((resolve) => tool.on('close', resolve));
	await expect.poll(own, { timeout: 30_000 }).not.toEqual([]);

	tool.kill('SIGINT');
	expect(await ended).toBe(1);
	expect(said).toContain('Stopping, and taking the machines away');
	expect(await own()).toEqual([]);
});

it(
	'a proof that nobody listens to any more ends, and takes its machines away',
	{ timeout: 120_000 },
	async () => {
		const words = ['src/cli/lab.ts', 'test', 'tests/labs', '--steps', '--jobs', '1', '--repeat', '20'];
		const tool = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
		const ended = new Promise((resolve) => tool.on('exit', resolve));
		await expect.poll(() => machinesOf(tool), { timeout: 30_000 }).not.toEqual([]);

		tool.stdout.destroy();
		tool.stderr.destroy();
		await ended;
		expect(await machinesOf(tool)).toEqual([]);
	}
);
