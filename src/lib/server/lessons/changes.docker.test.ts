/** What changed on a real host, seen by the platform's own tools. */
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findDocker } from '../../../../scripts/docker.mjs';
import type { Run } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import { openEngine, type Sandbox, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { host, spec } from '../sandbox/contract-parts.ts';
import { changesOn } from './changes.ts';

const id = `changes-${Date.now().toString(36)}`;
let engine: SandboxEngine;
let sandbox: Sandbox;

beforeAll(async () => {
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? '';
	engine = openEngine({ kind: 'docker', address, containers: resolve('containers'), instance: 'changes' });
	await engine.prepare(['linux'], () => {});
	sandbox = await engine.start(id, spec({ hosts: [host({ user: 'learner' })] }));
});
afterAll(async () => {
	await engine.remove(id);
	await engine.close();
});

const hosts = [
	{ name: 'box', hidden: false },
	{ name: 'judge', hidden: true }
];
const lab = { hosts } as Lab;
const asRoot = (script: string) => sandbox.exec('box', { command: ['bash'], script });

it('names what root has written and the folder something went from, though its own tools are broken', async () => {
	await asRoot('mkdir /srv/shop && touch /srv/shop/gone /srv/shop/stays');
	await pause(2100); // what is of the start and what is later are told apart by whole seconds
	const readyAt = new Date();
	await pause(2100);
	await asRoot(`echo 'nameserver 9.9.9.9' > /etc/mended && rm /srv/shop/gone && echo x > /var/log/noise
		rm -f /usr/bin/find /usr/bin/stat`);
	const [box, ...others] = await changesOn(sandbox, lab, { readyAt } as Run);
	expect(others).toEqual([]);
	const paths = box?.files.map(({ path }) => path) ?? [];
	expect(paths).toEqual(expect.arrayContaining(['/etc/mended', '/srv/shop']));
	expect(paths).not.toContain('/srv/shop/stays');
	expect(paths.filter((path) => path.startsWith('/var/log'))).toEqual([]);
	expect(box?.files.find(({ path }) => path === '/srv/shop')?.isFolder).toBe(true);
});
