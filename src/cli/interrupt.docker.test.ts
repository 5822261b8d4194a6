import { spawn } from 'node:child_process';
import { afterAll, expect, it } from 'vitest';
import { openDocker } from './engine.ts';

const engine = await openDocker('proof');
afterAll(() => engine.close());

it('Ctrl-C in the middle of a proof takes its own machines away', { timeout: 60_000 }, async () => {
	const tool = spawn(process.execPath, ['src/cli/lab.ts', 'test', 'tests/labs', '--repeat', '20'], {
		stdio: ['ignore', 'ignore', 'pipe']
	});
	const own = async () => (await engine.list()).filter((name) => name.startsWith(`proof-${tool.pid}-`));
	let said = '';
	tool.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
	const ended = new Promise<number | null>((resolve) => tool.on('close', resolve));
	await expect.poll(own, { timeout: 30_000 }).not.toEqual([]);

	tool.kill('SIGINT');
	expect(await ended).toBe(1);
	expect(said).toContain('Stopping, and taking the machines away');
	expect(await own()).toEqual([]);
});
