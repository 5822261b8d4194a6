import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Lab, ScriptCheck, Task } from '#lib/server/labs/index.ts';
import { openEngine, type Sandbox, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { findDocker } from '../../../../scripts/docker.mjs';
import { runCheck } from './index.ts';

let engine: SandboxEngine;
let sandbox: Sandbox;
const NAME = `trust-${Date.now().toString(36)}`;

beforeAll(async () => {
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
	engine = openEngine({ kind: 'docker', address, containers: resolve('containers'), instance: 'trust' });
	await engine.prepare(['linux'], () => {});
	const host = {
		...{ name: 'box', image: 'linux', user: 'root', profile: 'standard' as const, sudo: false, networks: [] },
		...{ memoryMiB: 128, cpus: 1, pids: 128, diskMiB: 64, env: {}, files: [] }
	};
	sandbox = await engine.start(NAME, { hosts: [host], networks: [], lifetimeSeconds: 300, labels: {} });
});
afterAll(async () => {
	await engine.remove(NAME);
	await engine.close();
});

const ask = (trust: ScriptCheck['trust'], text: string) =>
	runCheck(sandbox, {
		lab: { id: 'lab', version: '1', params: [] } as unknown as Lab,
		task: { id: 'task' } as Task,
		check: {
			...{ id: 'check', type: 'script', host: 'box', args: ['one'], timeoutSeconds: 10, trust },
			script: { path: 'checks/check.sh', interpreter: 'bash', text }
		} as unknown as ScriptCheck,
		...{ params: {}, trigger: 'button', tries: 0, startedAt: new Date() }
	});
const asRoot = (script: string) => sandbox.exec('box', { command: ['bash'], script });

const LOOK = 'grep -q secret /etc/answer || fail "There is no answer yet."\npass "There it is."';

it('every word of the protocol is spoken in the toolbox’s shell too', async () => {
	expect(
		await ask('toolbox', 'credit 0.5 "Half."; hint "Look at $1 on $LAB_HOST."; fail "Not yet."')
	).toMatchObject({
		verdict: 'fail',
		score: 0.5,
		message: 'Not yet.',
		hint: 'Look at one on box.'
	});
	expect(await ask('toolbox', 'pass "Well done."')).toMatchObject({ verdict: 'pass', message: 'Well done.' });
	expect(await ask('toolbox', 'no-such-tool')).toMatchObject({ verdict: 'error' });
});

it('a root learner who replaces the tools of a host deceives a check that trusts it, and no other', async () => {
	await asRoot(
		'printf "#!/bin/sh\\nexit 0\\n" >/tmp/yes; chmod +x /tmp/yes; for tool in grep cat test; do cp /tmp/yes /usr/bin/$tool; done'
	);
	expect(await ask('host', LOOK)).toMatchObject({ verdict: 'pass' });
	expect(await ask('toolbox', LOOK)).toMatchObject({ verdict: 'fail', message: 'There is no answer yet.' });

	await asRoot('rm /usr/bin/bash; cp /usr/bin/true /usr/bin/bash');
	expect((await ask('host', LOOK)).verdict).toBe('pass');
	expect((await ask('toolbox', LOOK)).verdict).toBe('fail');
});

it('what is preloaded into every program does not reach the toolbox', async () => {
	// A file that is no library breaks whatever loads libraries; a static program does not even look.
	const preload = { command: ['/.lab/bin/sh'], script: 'echo /etc/passwd >/etc/ld.so.preload' };
	expect((await sandbox.exec('box', preload)).code).toBe(0);
	expect((await ask('host', LOOK)).log).toContain('ld.so');
	const seen = await ask('toolbox', LOOK);
	expect(seen).toMatchObject({ verdict: 'fail', message: 'There is no answer yet.' });
	expect(seen.log).not.toContain('ld.so');
});
