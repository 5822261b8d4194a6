/** What a root learner may try against a check, and what each level of trust makes of it. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Lab, ScriptCheck } from '#lib/server/labs/index.ts';
import { openEngine, type Sandbox, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { onCopy } from '#lib/server/scenes/index.ts';
import { findDocker } from '../../../../scripts/docker.mjs';
import { runCheck, runCheckPatiently } from './index.ts';

const NAME = `clone-${Date.now().toString(36)}`;
const host = {
	...{ name: 'box', image: 'linux', user: 'root', hidden: false, profile: 'standard', sudo: false },
	...{ isolation: 'default', networks: [], internet: [], env: {}, files: [], ready: null, needs: [] },
	limits: { memoryMiB: 128, cpus: 1, pids: 128, diskMiB: 64 }
};
const lab = {
	id: 'lab',
	version: '1',
	params: [],
	networks: [],
	hosts: [host],
	grader: null
} as unknown as Lab;
const check = (trust: ScriptCheck['trust']) =>
	({
		...{ id: 'check', type: 'script', host: 'box', args: [], timeoutSeconds: 5, trust },
		script: {
			path: 'checks/check.sh',
			interpreter: 'bash',
			text: 'grep -q secret /etc/answer || fail "There is no answer yet."\npass "There it is."'
		}
	}) as unknown as ScriptCheck;
const question = (trust: ScriptCheck['trust']) =>
	({
		...{ lab, task: lab.tasks?.[0] ?? { id: 'task' }, check: check(trust), params: {} },
		...{ trigger: 'submit', tries: 0, startedAt: new Date() }
	}) as unknown as Parameters<typeof runCheck>[1];

let engine: SandboxEngine;
let sandbox: Sandbox;
beforeAll(async () => {
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
	engine = openEngine({ kind: 'docker', address, containers: resolve('containers'), instance: 'clone' });
	await engine.prepare(['linux'], () => {});
	const { limits, ...rest } = host;
	const spec = { ...rest, ...limits, profile: 'standard' as const, isolation: 'default' as const };
	sandbox = await engine.start(NAME, { hosts: [spec], networks: [], lifetimeSeconds: 600, labels: {} });
});
afterAll(async () => {
	await engine.remove(NAME);
	await engine.close();
});

const asLearner = (script: string) => sandbox.exec('box', { command: ['/.lab/bin/sh'], script });
const onHost = (trust: ScriptCheck['trust']) => runCheck(sandbox, question(trust));
const onClone = () =>
	onCopy({ engine, name: NAME, lab, values: {}, userId: 0 }, (copy) =>
		runCheckPatiently(copy, question('clone'))
	);

it('a copy is looked at where nobody is, and taken away', { timeout: 120_000 }, async () => {
	// Somebody who kills whatever looks, and is not there any more on the copy.
	await asLearner(
		'(while :; do for p in /proc/[0-9]*; do case "$(tr "\\0" " " <$p/cmdline)" in *"/proc/self/fd/9"*) [ ${p#/proc/} = $$ ] || kill -9 ${p#/proc/};; esac; done; done) >/dev/null 2>&1 &'
	);
	expect((await onHost('toolbox')).verdict).not.toBe('pass');
	expect(await onClone()).toMatchObject({ verdict: 'fail', message: 'There is no answer yet.' });
	expect(await engine.list()).toEqual([NAME]);
});

it('replaced programs, shells, functions and libraries pass nobody there', { timeout: 120_000 }, async () => {
	await asLearner(`printf '#!/.lab/bin/sh\\nexit 0\\n' >/tmp/yes; chmod +x /tmp/yes
for tool in grep cat test; do cp /tmp/yes /usr/local/bin/$tool; cp /tmp/yes /usr/bin/$tool; done
cp /usr/bin/true /usr/bin/bash
echo 'grep() { true; }; export -f grep; PATH=/usr/local/bin' >/etc/profile
echo 'BASH_FUNC_grep%%=() { true; }' >/etc/environment
echo /tmp/yes >/etc/ld.so.preload`);
	expect(await onClone()).toMatchObject({ verdict: 'fail', message: 'There is no answer yet.' });
});

it('honest work passes, also among forged tools', { timeout: 120_000 }, async () => {
	await asLearner('echo secret >/etc/answer');
	expect(await onClone()).toMatchObject({ verdict: 'pass', message: 'There it is.' });
});
