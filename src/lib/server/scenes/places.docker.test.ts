/** What scripts of an author complain about names the author's own file and line. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadLab, type Lab } from '#lib/server/labs/index.ts';
import { openEngine, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { findDocker } from '../../../../scripts/docker.mjs';
import { bringUp, inject, mend, sandboxSpec } from './index.ts';

const FILES = {
	'lab.yaml': `apiVersion: lab/v1
id: places
title: Places
summary: Scripts that go wrong.
level: beginner
minutes: 5
hosts:
  box:
    image: linux
    ready:
      timeout: 20s
      run: |
        true
        test -e /srv/is-up || no-such-probe
setup: [{ host: box, run: "true" }]
faults:
  dark: { title: Dark, steps: [{ do: run, host: box, run: faults/dark.sh }] }
tasks:
  - id: light
    title: Light
    hints: []
    fault: dark
    checks: [{ id: on, title: It is on, host: box, run: "[ ! -e /srv/dark ]" }]
`,
	'guide.md': '# Places\n\n:::task{id=light}\nx\n:::\n',
	'faults/dark.sh': '# It breaks nothing.\n\nno-such-fault\n',
	'faults/dark.verify.sh': 'test -e /srv/dark\n',
	'faults/dark.undo.sh': '\n\n\nfalse\n',
	'solve/light.sh': 'rm -f /srv/dark\n'
};

let folder: string;
let engine: SandboxEngine;
let lab: Lab;
const name = `places-${Date.now().toString(36)}`;
beforeAll(async () => {
	folder = join(await mkdtemp(join(tmpdir(), 'places-')), 'places');
	for (const [path, text] of Object.entries(FILES)) {
		await mkdir(join(folder, path, '..'), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	const loaded = await loadLab(folder);
	expect(loaded.problems).toEqual([]);
	lab = loaded.lab!;
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
	engine = openEngine({ kind: 'docker', address, containers: resolve('containers'), instance: 'places' });
	await engine.prepare(['linux'], () => {});
}, 300_000);
afterAll(async () => {
	await engine.remove(name);
	await engine.close();
	await rm(join(folder, '..'), { recursive: true });
});

const start = (lab: Lab) => {
	const spec = sandboxSpec(lab, {}, { lifetimeSeconds: 300, userId: 0 });
	const signal = new AbortController().signal;
	return bringUp({ engine, lab, name, spec, values: {}, tell: () => {}, signal });
};

it('a probe that waits for a host to be ready', { timeout: 120_000 }, async () => {
	const hasty = structuredClone(lab);
	hasty.hosts[0]!.ready!.timeoutSeconds = 2;
	const error = await start(hasty).catch((error: Error) => error);
	expect(((error as Error).cause as Error).message).toContain(
		'lab.yaml:14: no-such-probe: command not found'
	);
});

it('a fault, and its undoing', { timeout: 120_000 }, async () => {
	const calm = structuredClone(lab);
	calm.hosts[0]!.ready = null;
	const scene = { sandbox: await start(calm), lab, values: {}, fault: lab.faults[0]! };
	await expect(inject(scene)).rejects.toThrow('faults/dark.sh:3: no-such-fault: command not found');
	await expect(mend(scene)).rejects.toThrow('faults/dark.undo.sh:4: exit 1 from: false');
});
