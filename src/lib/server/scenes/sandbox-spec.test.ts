import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadLab, type Lab } from '#lib/server/labs/index.ts';
import { sandboxSpec } from './sandbox-spec.ts';

const YAML = `apiVersion: lab/v1
id: waiting
title: Waiting
summary: One host waits for the other.
level: beginner
minutes: 5
tags: [linux]
outcomes: [Wait]
params:
  SEAL: { type: token, bytes: 4, secret: true }
hosts:
  web: { image: linux, needs: [db], internet: [deb.debian.org, 'PyPI.org:443'], env: { no_proxy: '*' } }
  db:
    image: linux
    ready: { run: test -e /ready, every: 3s, timeout: 30s }
tasks:
  - id: wait
    title: Wait
    hints: [Patience.]
    checks: [{ id: waited, title: It was waited, host: web, run: test -e /tmp/waited }]
`;

let folder: string;
let lab: Lab;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'labwright-scene-'));
	const path = join(folder, 'course', 'module', 'waiting');
	await mkdir(path, { recursive: true });
	await writeFile(join(path, 'lab.yaml'), YAML);
	await writeFile(join(path, 'guide.md'), '# Waiting\n\n:::task{id=wait}\nWait.\n:::\n');
	const read = await loadLab(path);
	if (!read.lab) throw new Error(JSON.stringify(read.problems));
	lab = read.lab;
});
afterAll(() => rm(folder, { recursive: true }));

test('who waits for whom, and how it is asked, reach the engine', () => {
	const [web, db] = sandboxSpec(lab, { SEAL: 'abcd' }, { lifetimeSeconds: 60, userId: 7 }).hosts;
	expect(web).toMatchObject({ name: 'web', needs: ['db'], ready: null });
	expect(db).toMatchObject({
		ready: {
			everySeconds: 3,
			timeoutSeconds: 30,
			probe: { command: ['bash'], env: { SEAL: 'abcd', LAB_HOST: 'db' } }
		}
	});
	expect(db?.ready?.probe.script).toMatch(/^exec 9<&-\ntest -e \/ready/);
});

test('a host with a way out is told where it is, and one without is not', () => {
	const [web, db] = sandboxSpec(lab, { SEAL: 'abcd' }, { lifetimeSeconds: 60, userId: 7 }).hosts;
	expect(web?.internet).toEqual(['deb.debian.org:80', 'deb.debian.org:443', 'pypi.org:443']);
	expect(lab.requires.internet).toEqual(web?.internet);
	expect(web?.env).toEqual({
		...{ http_proxy: 'http://127.0.0.1:3128', https_proxy: 'http://127.0.0.1:3128' },
		no_proxy: '*' // what an author sets, stays
	});
	expect(web?.files.map(({ to, content }) => `${to} ${content}`)).toEqual([
		expect.stringContaining('apt.conf.d/20way-out Acquire::http::Proxy "http://127.0.0.1:3128";')
	]);
	expect(db).toMatchObject({ internet: [], env: {}, files: [] });
});
