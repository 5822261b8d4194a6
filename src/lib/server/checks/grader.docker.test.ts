/** A lab with a grader, brought up as for a learner who is root on the host beside it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadLab, paramValues, type Lab, type ScriptCheck, type Values } from '#lib/server/labs/index.ts';
import { openEngine, type Sandbox, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { bringUp, sandboxSpec } from '#lib/server/scenes/index.ts';
import { findDocker } from '../../../../scripts/docker.mjs';
import { runCheck } from './index.ts';

const YAML = `apiVersion: lab/v1
id: judged
title: Judged from outside
summary: A grader looks at two hosts.
level: beginner
minutes: 5
params:
  SEAL: { type: token, bytes: 8, secret: true }
  WORD: { type: fixed, value: anchor }
networks:
  lan: { subnet: 10.91.0.0/24 }
hosts:
  web: { image: linux, user: root, networks: { lan: {} }, limits: { memory: 96m } }
  db: { image: linux, user: root, networks: { lan: {} }, limits: { memory: 96m } }
grader:
  networks: [lan]
  files:
    - { from: grader/key, to: /lab/key, mode: "0600", template: true }
setup:
  - { host: grader, run: setup/scene.sh }
  - { host: grader, run: setup/scene.py }
tasks:
  - id: look
    title: Look
    hints: []
    checks:
      - { id: look, title: It was looked, host: grader, run: 'true' }
`;

let folder: string;
let lab: Lab;
let values: Values;
let engine: SandboxEngine;
let sandbox: Sandbox;
const NAME = `grader-${Date.now().toString(36)}`;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'labwright-grader-'));
	const path = join(folder, 'course', 'module', 'judged');
	for (const name of ['grader', 'setup']) await mkdir(join(path, name), { recursive: true });
	await writeFile(join(path, 'lab.yaml'), YAML);
	await writeFile(join(path, 'guide.md'), '# Judged\n\n:::task{id=look}\nLook.\n:::\n');
	await writeFile(join(path, 'grader/key'), 'The seal is {{SEAL}}.\n');
	await writeFile(join(path, 'setup/scene.sh'), 'on web sh -c "echo $WORD >/srv/word"\n');
	await writeFile(
		join(path, 'setup/scene.py'),
		'from lab import on\nassert on("db", "touch", "/srv/ready").code == 0\n'
	);
	const read = await loadLab(path);
	if (!read.lab) throw new Error(JSON.stringify(read.problems));
	lab = read.lab;
	values = paramValues(lab, { key: 'k', learner: '1', scope: 'test' });

	const address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
	engine = openEngine({ kind: 'docker', address, containers: resolve('containers'), instance: 'grader' });
	sandbox = await bringUp({
		...{ engine, lab, name: NAME, values, tell: () => {}, signal: new AbortController().signal },
		spec: sandboxSpec(lab, values, { lifetimeSeconds: 900, userId: 1 })
	});
});
afterAll(async () => {
	await engine.remove(NAME);
	await engine.close();
	await rm(folder, { recursive: true });
});

const ask = (text: string, interpreter: 'bash' | 'python3' = 'bash', timeoutSeconds = 20) =>
	runCheck(sandbox, {
		...{ lab, task: lab.tasks[0]!, params: values, trigger: 'button', tries: 0, startedAt: new Date() },
		check: {
			...(lab.tasks[0]!.checks[0] as ScriptCheck),
			...{ timeoutSeconds, script: { path: 'checks/look.sh', interpreter, text } }
		}
	});
const asLearner = (script: string, host = 'web') => sandbox.exec(host, { command: ['bash'], script });

it('asks other hosts, and gets what they say and how it ended', async () => {
	expect(
		await ask('[ "$(on web cat /srv/word)" = anchor ] && pass "It says $(on web cat /srv/word)."')
	).toMatchObject({
		verdict: 'pass',
		message: 'It says anchor.'
	});
	expect(await ask('on db test -e /srv/nothing && fail "There."; pass "$?"')).toMatchObject({ message: '1' });
	expect(
		await ask('on db sh -c "echo out; echo err >&2; exit 7" >/tmp/o 2>/tmp/e; pass "$? $(cat /tmp/o /tmp/e)"')
	).toMatchObject({
		message: '7 out err'
	});
	expect(
		await ask(
			'for n in $(seq 40); do on db echo $n >/tmp/o-$n & done; wait; pass "$(cat /tmp/o-* | sort -n | tail -1)"'
		)
	).toMatchObject({ message: '40' });
	expect(await ask('pass "$(hosts | sort | tr "\\n" " ")"')).toMatchObject({ message: 'db web' });
});

it('does so in Python too', async () => {
	const text = `from lab import on, file, hosts, ok, fail
found = on("web", "sh", "-c", "cat /srv/word; exit 3")
if file("web", "/srv/nothing") is not None: fail("There is something.")
ok(f"{found.code} {found.stdout.strip()} {sorted(hosts())} {file('web', '/srv/word').strip()}")
`;
	expect(await ask(text, 'python3')).toMatchObject({
		verdict: 'pass',
		message: "3 anchor ['db', 'web'] anchor"
	});
});

it('reads files where links lead on the host itself, and nothing that is no file', async () => {
	await asLearner('ln -s /etc/hostname /srv/link; mkfifo /srv/pipe; head -c 300000 /dev/zero >/srv/big');
	expect(await ask('pass "$(file web /srv/link)"')).toMatchObject({ message: 'web' });
	for (const path of ['/srv/pipe', '/srv/big', '/srv', '/srv/none'])
		expect(await ask(`file web ${path} && pass; fail "No."`)).toMatchObject({
			verdict: 'fail',
			message: 'No.'
		});
});

it('knows secrets that no other host is told', async () => {
	const seal = values.SEAL!;
	expect(await ask('pass "$(cat /lab/key) $SEAL"')).toMatchObject({
		message: `The seal is ${seal}. ${seal}`
	});
	expect((await ask('on web env; pass')).log).not.toContain(seal);
	expect((await ask('on web env; pass')).log).toContain('WORD=anchor');
});

it('says of a host that does not exist, a missing program and a killed one that it could not look', async () => {
	for (const text of ['on wbe true', 'on web no-such-program', 'on web sh -c "kill -9 \\$\\$"', 'on web'])
		expect(await ask(`${text} || fail "Not yet."; pass`), text).toMatchObject({ verdict: 'error' });
	expect((await ask('on wbe true; pass')).log).toContain(
		'There is no host “wbe” in this lab. There are: web, db.'
	);
});

it('does not wait longer than the check may take', { timeout: 60_000 }, async () => {
	expect(await ask('on web sleep 300; pass', 'bash', 2)).toMatchObject({ verdict: 'error' });
	expect(await ask('pass "Here."')).toMatchObject({ message: 'Here.' });
});

it('is deceived neither by replaced programs nor by what is preloaded', async () => {
	await asLearner(
		'printf "#!/bin/sh\\nexit 0\\n" >/tmp/yes; chmod +x /tmp/yes; for tool in grep cat test; do cp /tmp/yes /usr/bin/$tool; done; echo /etc/passwd >/etc/ld.so.preload'
	);
	expect(await ask('on web grep -q beacon /srv/word || fail "Not there."')).toMatchObject({
		verdict: 'fail'
	});
	await asLearner('rm /etc/ld.so.preload');
});

it('is not to be found by name, and leaves nothing on the hosts it has asked', async () => {
	const looked = await asLearner(
		'getent hosts db; getent hosts grader; /.lab/bin/cat /etc/hosts; ls /tmp -a',
		'db'
	);
	expect(looked.stdout).toMatch(/^10\.91\.0\.\d+\s+db/);
	expect(looked.stdout).not.toContain('grader');
	expect(looked.stdout).not.toContain('.lab-');
});
