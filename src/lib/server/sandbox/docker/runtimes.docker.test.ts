/** Hosts with a kernel of their own, on an engine of the test's own. Skipped where there is no runsc. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFurnished, whyNoDaemon, type Daemon } from '../../../../../tests/attacks/daemon.ts';
import { bytes, host, seen, spec } from '../contract.ts';
import type { SandboxEngine } from '../index.ts';
import { openDockerEngine } from './index.ts';

/** Where runsc is: RUNSC, or in the path. */
function runscPath(): string | null {
	try {
		return process.env.RUNSC ?? execFileSync('sh', ['-c', 'command -v runsc'], { encoding: 'utf8' }).trim();
	} catch {
		return null;
	}
}

const path = runscPath();
const reason = whyNoDaemon() ?? (path ? null : 'runsc is not installed (on Debian: apt install runsc)');
const own = (name: string) => host({ name, isolation: 'gvisor', pids: 512, memoryMiB: 256 });

describe.skipIf(reason)(`with gVisor${reason ? `, skipped: ${reason}` : ''}`, () => {
	let daemon: Daemon;
	let engine: SandboxEngine;
	beforeAll(async () => {
		// Kernels of late let every network namespace look like the first to it: no network, then.
		daemon = await openFurnished({ runtimes: { runsc: { path, runtimeArgs: ['--network=none'] } } });
		const about = { address: daemon.address, containers: resolve('containers'), instance: 'gvisor' };
		engine = openDockerEngine({ ...about, runtimes: { gvisor: 'runsc', kata: 'kata' } });
	});
	afterAll(async () => {
		await engine?.close();
		await daemon?.close();
	});

	test('a host has a kernel of its own, and does all that other hosts do', async () => {
		const sandbox = await engine.start('gvisor', spec({ hosts: [own('box')] }));
		const kernel = await sandbox.exec('box', { command: ['dmesg'] });
		expect(kernel.stdout).toContain('gVisor');
		const shell = await sandbox.shell('box', { id: 'main', cols: 80, rows: 24 });
		shell.write(bytes('echo $GREETING-$GREETING\r'));
		await seen(shell, 'hello-hello');
		shell.close();
		await sandbox.exec('box', { command: ['touch', '/srv/kept'] });
		await sandbox.disturb({ verb: 'restart', host: 'box' });
		expect((await sandbox.exec('box', { command: ['test', '-f', '/srv/kept'] })).code).toBe(0);
		await engine.remove('gvisor');
	});

	test('its namespaces are never joined: addresses and broken links are refused, with the reason', async () => {
		const lan = spec({
			networks: [{ name: 'lan', subnet: '10.77.0.0/24' }],
			hosts: [{ ...own('box'), networks: [{ name: 'lan', ipv4: null }] }]
		});
		await expect(engine.start('chosen', lan)).rejects.toThrow('can only have the addresses the engine gives');
		expect(await engine.list()).not.toContain('chosen');
	});

	test('a runtime the engine has not got is refused, with what the operator can do', async () => {
		const { runtimes } = await engine.abilities();
		expect(runtimes).toMatchObject({ default: null, gvisor: null });
		expect(runtimes.kata).toContain('the engine has no runtime kata');
		expect(runtimes.vm).toContain('RUNTIMES=vm=');
		const kata = spec({ hosts: [host({ isolation: 'kata' })] });
		await expect(engine.start('kata', kata)).rejects.toThrow('the engine has no runtime kata');
	});
});
