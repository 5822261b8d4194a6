/**
 * Lies that are programs: a library that is really preloaded, and a tracer that lets checks end as
 * it likes. Both are compiled into a machine of the test's own, and deceive a check that trusts it.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Lab, ScriptCheck } from '#lib/server/labs/index.ts';
import { openEngine, type Sandbox, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { onCopy } from '#lib/server/scenes/index.ts';
import { findDocker } from '../../../../scripts/docker.mjs';
import { runCheck, runCheckPatiently } from './index.ts';

const NAME = `forger-${Date.now().toString(36)}`;
const host = {
	...{ name: 'box', image: 'forger', user: 'root', hidden: false, profile: 'standard' as const, sudo: false },
	...{
		isolation: 'default' as const,
		internet: [],
		networks: [],
		env: {},
		files: [],
		ready: null,
		needs: []
	},
	limits: { memoryMiB: 128, cpus: 1, pids: 128, diskMiB: 64 }
};
const lab = {
	...{ id: 'lab', version: '1', params: [], networks: [], hosts: [host], grader: null }
} as unknown as Lab;

let folder: string;
let engine: SandboxEngine;
let sandbox: Sandbox;
beforeAll(async () => {
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
	folder = mkdtempSync(join(tmpdir(), 'labwright-forger-'));
	for (const image of ['base', 'linux', 'toolbox'])
		cpSync(resolve('containers', image), join(folder, image), { recursive: true });
	cpSync(resolve('tests/forger'), join(folder, 'forger'), { recursive: true });
	engine = openEngine({ kind: 'docker', address, containers: folder, instance: 'forger' });
	await engine.prepare(['forger'], () => {});
	const { limits, ...rest } = host;
	const spec = { hosts: [{ ...rest, ...limits }], networks: [], lifetimeSeconds: 900, labels: {} };
	sandbox = await engine.start(NAME, spec);
}, 600_000);
afterAll(async () => {
	await engine.remove(NAME);
	await engine.close();
	rmSync(folder, { recursive: true });
});

/** Whatever was preloaded, what a learner types here still runs. */
const asLearner = (script: string) => sandbox.exec('box', { command: ['/.lab/bin/sh'], script });
beforeEach(async () => void (await asLearner('rm -f /etc/ld.so.preload /etc/lab/boot /tmp/*')));

const question = (trust: ScriptCheck['trust'], text: string) =>
	({
		...{ lab, task: { id: 'task' }, params: {}, trigger: 'submit', tries: 0, startedAt: new Date() },
		check: {
			...{ id: 'check', type: 'script', host: 'box', args: [], timeoutSeconds: 20, trust },
			script: { path: 'checks/check.sh', interpreter: 'bash', text }
		} as unknown as ScriptCheck
	}) as unknown as Parameters<typeof runCheck>[1];
const ask = (trust: ScriptCheck['trust'], text = LOOK) => runCheck(sandbox, question(trust, text));
const askClone = () =>
	onCopy({ engine, name: NAME, lab, values: {}, userId: 0 }, (copy) =>
		runCheckPatiently(copy, question('clone', LOOK))
	);

/** Slowly, so that nobody who waits for it can miss it. */
const LOOK = 'sleep 2\ngrep -q secret /etc/answer || fail "There is no answer yet."\npass "There it is."';
const HONEST = { verdict: 'fail', message: 'There is no answer yet.' };

it(
	'a library that is preloaded deceives a check that trusts the host, and no other',
	{ timeout: 120_000 },
	async () => {
		await asLearner(
			'echo /opt/lie.so >/etc/ld.so.preload; echo "export LD_PRELOAD=/opt/lie.so" | tee -a /etc/profile /root/.profile >>/root/.bashrc; echo LD_PRELOAD=/opt/lie.so >>/etc/environment'
		);
		expect(await ask('host')).toMatchObject({ verdict: 'pass' });
		expect(await ask('toolbox')).toMatchObject(HONEST);
		expect(await askClone()).toMatchObject(HONEST);
	}
);

it(
	'who traces a check changes what it says where it trusts the host, and is refused elsewhere',
	{ timeout: 120_000 },
	async () => {
		const trace = '/.lab/bin/setsid /opt/tracer </dev/null >/tmp/log 2>&1 &';
		const told = async () => (await asLearner('cat /tmp/log')).stdout;
		await asLearner(trace);
		expect(await ask('host')).toMatchObject({ verdict: 'pass' });
		expect(await told()).toContain('trace open');

		await asLearner(trace);
		expect(await ask('toolbox')).toMatchObject(HONEST);
		expect(await told()).toBe('memory Permission denied\ntrace Operation not permitted\n');
	}
);

it('what starts at boot cannot trace on the copy either', { timeout: 120_000 }, async () => {
	await asLearner(`mkdir -p /etc/lab
printf '#!/.lab/bin/sh\\n(while :; do /opt/tracer; done) >/tmp/log 2>&1 &\\n' >/etc/lab/boot; chmod +x /etc/lab/boot`);
	await sandbox.disturb({ verb: 'restart', host: 'box' });
	expect(await ask('host')).toMatchObject({ verdict: 'pass' });
	expect(await askClone()).toMatchObject(HONEST);
});

it('root of a host cannot look into its first process, nor take the engine’s place at it', async () => {
	expect((await asLearner('/opt/tracer 1')).stdout).toBe(
		'memory Permission denied\ntrace Operation not permitted\n'
	);
	const heard = await asLearner('sleep 3 | timeout 3 /.lab/resident join | wc -c');
	expect(heard.stdout.trim()).toBe('0');
	const rights = await asLearner('grep -hE "^Cap(Inh|Prm|Eff|Bnd|Amb)" /proc/self/status | cut -f2');
	const marks = (1n << 8n) | (1n << 35n); // SETPCAP and WAKE_ALARM
	for (const set of rights.stdout.trim().split('\n')) expect(BigInt(`0x${set}`) & marks).toBe(0n);
});

it('a program of the host that a check has started does not outlive it to look at the next', async () => {
	const leave = '/usr/bin/setsid sleep 4321 </dev/null >/dev/null 2>&1 &\npass';
	expect(await ask('toolbox', leave)).toMatchObject({ verdict: 'pass' });
	await expect
		.poll(async () => (await asLearner("pgrep -f '^sleep 432[1]' | wc -l")).stdout.trim())
		.toBe('0');
});
