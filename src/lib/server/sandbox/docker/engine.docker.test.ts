import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { bytes, describeEngine, seen, spec } from '../contract.ts';
import { findDocker } from '../../../../../scripts/docker.mjs';
import { openDockerEngine } from './index.ts';

const address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
const open = async (instance = 'contract') =>
	openDockerEngine({ address, containers: resolve('containers'), instance });

describeEngine('Docker', () => open());

it('finds sandboxes again after a restart, with the same shells in them', async () => {
	const before = await open();
	await before.prepare(['linux'], () => {});
	const id = `restart-${Date.now().toString(36)}`;
	const sandbox = await before.start(id, spec());
	const shell = await sandbox.shell('box', { id: 'main', cols: 80, rows: 24 });
	shell.write(bytes('KEPT=still-here\r'));
	await before.close();

	const after = await open();
	const found = await after.find(id);
	const again = await found?.shell('box', { id: 'main', cols: 80, rows: 24 });
	expect(again?.fresh).toBe(false);
	again?.write(bytes('echo "$KEPT"-indeed\r'));
	await seen(again!, 'still-here-indeed');
	await after.remove(id);
	await after.close();
});

it('gives learners no privileges, no network and bounded means', async () => {
	const engine = await open();
	const id = `bounds-${Date.now().toString(36)}`;
	const sandbox = await engine.start(id, spec());
	const ask = async (script: string, user: 'root' | 'shell' = 'shell') =>
		(await sandbox.exec('box', { command: ['bash'], script, user })).stdout.trim();

	expect(await ask('id -un')).toBe('learner');
	expect(await ask('grep NoNewPrivs /proc/self/status | cut -f2')).toBe('1');
	expect(await ask('ls /sys/class/net')).toBe('lo');
	expect(
		await ask('cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null')
	).toBe(`${128 * 1024 * 1024}`);
	expect(await ask('cat /sys/fs/cgroup/pids.max /sys/fs/cgroup/pids/pids.max 2>/dev/null')).toBe('128');
	expect(await ask('ulimit -Hn; ulimit -c')).toBe('4096\n0');
	expect(await ask('touch /.lab/x 2>&1; mv /.lab /else 2>&1', 'root')).toMatch(
		/Read-only.*(busy|Read-only)/s
	);
	expect(await ask('mount -t tmpfs none /mnt 2>&1', 'root')).toMatch(/denied|permitted/);
	expect(await ask('ls /var/run/docker.sock 2>&1')).toContain('No such file');
	await engine.remove(id);
	await engine.close();
});

it('leaves the sandboxes of another installation alone', async () => {
	const ours = await open();
	const theirs = await open('other');
	const id = `shared-${Date.now().toString(36)}`;
	await theirs.start(id, spec());
	expect(await ours.find(id)).toBeNull();
	expect(await ours.list()).not.toContain(id);
	await theirs.remove(id);
	await Promise.all([ours.close(), theirs.close()]);
});

it('takes away what a start that failed had made', async () => {
	const engine = await open();
	const id = `failing-${Date.now().toString(36)}`;
	const [box] = spec().hosts;
	await expect(engine.start(id, spec({ hosts: [{ ...box!, user: 'nobody-here' }] }))).rejects.toThrow(
		'There is no user nobody-here'
	);
	expect(await engine.list()).not.toContain(id);
	await engine.close();
});

it('sends a flood no faster than it is read, and ends it with Ctrl-C', async () => {
	const engine = await open();
	const id = `flood-${Date.now().toString(36)}`;
	const sandbox = await engine.start(id, spec());
	const shell = await sandbox.shell('box', { id: 'main', cols: 80, rows: 24 });
	shell.write(bytes('yes\r'));
	await new Promise((resolve) => setTimeout(resolve, 500));
	const before = process.memoryUsage().rss;
	await new Promise((resolve) => setTimeout(resolve, 2000));
	expect(process.memoryUsage().rss - before).toBeLessThan(16 * 1024 * 1024);
	shell.write(bytes('\x03'));
	shell.write(bytes('echo calm-again\r'));
	await seen(shell, 'calm-again\r\n');
	await engine.remove(id);
	await engine.close();
});
