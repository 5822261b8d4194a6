/** What happens to a host that takes too much: on a real engine. */
import { resolve } from 'node:path';
import Dockerode from 'dockerode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dockerodeOptions, findDocker } from '../../../../../scripts/docker.mjs';
import { host, spec } from '../contract.ts';
import type { Incident, SandboxEngine } from '../index.ts';
import { fromInside } from './disk.ts';
import { openDockerEngine } from './index.ts';

const id = `bounds-${Date.now().toString(36)}`;
let address: string;
let engine: SandboxEngine;
const incidents: Incident[] = [];

beforeAll(async () => {
	address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
	engine = openDockerEngine({ address, containers: resolve('containers'), instance: 'bounds' });
	engine.onIncident((incident) => incidents.push(incident));
	await engine.prepare(['linux'], () => {});
});
afterAll(async () => {
	for (const name of await engine.list()) if (name.startsWith(id)) await engine.remove(name);
	await engine.close();
});

test('a program that eats all memory is ended, the host goes on, and somebody hears of it', async () => {
	const sandbox = await engine.start(`${id}-memory`, spec());
	const eaten = await sandbox.exec('box', { command: ['python3', '-c', 'x = bytearray(400 << 20)'] });
	expect(eaten.code).toBe(137);
	expect((await sandbox.exec('box', { command: ['echo', 'here'] })).stdout).toBe('here\n');
	await expect
		.poll(() => incidents.map(({ text }) => text), { timeout: 5000 })
		.toContain(
			'box ran out of memory, so one of its programs was ended by the kernel. The machine itself goes on.'
		);
});

test('a host that writes more than its disk is stopped, and so is one with too many small files', async () => {
	const fill = 'exec 9<&-; for n in 1 2 3; do head -c 12M /dev/zero > /var/tmp/$n; done';
	const litter =
		"import os\nos.mkdir('/var/tmp/many')\nfor n in range(21000): open(f'/var/tmp/many/{n}', 'w')";
	const [data, files] = await Promise.all(
		['data', 'files'].map((what) =>
			engine.start(`${id}-${what}`, spec({ hosts: [host({ diskMiB: what === 'data' ? 32 : 180 })] }))
		)
	);
	await Promise.all([
		data!.exec('box', { command: ['bash'], script: fill }).catch(() => {}),
		files!.exec('box', { command: ['python3'], script: litter }).catch(() => {})
	]);
	await expect.poll(() => engine.find(`${id}-data`), { timeout: 40_000 }).toBeNull();
	await expect.poll(() => engine.find(`${id}-files`), { timeout: 40_000 }).toBeNull();
	const said = incidents.filter(({ kind }) => kind === 'disk').map(({ text }) => text);
	expect(said).toContain('box had written more than the 32 MiB of disk it has, so it was stopped.');
	expect(said).toContain('box had made more than the 20000 files it may have, so it was stopped.');
}, 100_000);

test('where the layers cannot be read from here, a host’s disk is counted from inside', async () => {
	const sandbox = await engine.start(`${id}-inside`, spec());
	const container = new Dockerode(dockerodeOptions(address)).getContainer(
		`labwright-bounds-${id}-inside-box`
	);
	const before = await fromInside(container);
	const script = 'exec 9<&-; head -c 20M /dev/zero > /var/tmp/x; mkdir /var/tmp/d; touch /var/tmp/d/{1..300}';
	await sandbox.exec('box', { command: ['bash'], script });
	const after = await fromInside(container);
	expect(after.MiB - before.MiB).toBe(20);
	expect(after.files - before.files).toBe(302);
});

test('no single file outgrows the disk', async () => {
	const sandbox = await engine.start(`${id}-file`, spec({ hosts: [host({ diskMiB: 32 })] }));
	const grown = await sandbox.exec('box', { command: ['truncate', '-s', '33M', '/var/tmp/big'] });
	expect(grown.code).not.toBe(0);
});

test('the operator sees how the engine is, with every sandbox', async () => {
	const sandbox = `${id}-seen`;
	await engine.start(sandbox, spec());
	const health = await engine.health();
	expect(health.down).toBeNull();
	expect(health.facts[0]?.value).toMatch(/^Docker \d+\.\d+/);
	expect(health.findings.find(({ name }) => name === 'Networks of sandboxes')).toMatchObject({
		state: 'good'
	});
	expect(health.findings.find(({ name }) => name === 'Bounds of sandboxes')).toMatchObject({ state: 'good' });
	expect(health.sandboxes.find(({ name }) => name === sandbox)).toMatchObject({ hosts: ['box'] });
});

test('an engine that does not answer is said to be down, and where it was looked for', async () => {
	const away = openDockerEngine({
		address: 'unix:///nowhere.sock',
		containers: 'containers',
		instance: 'bounds'
	});
	expect((await away.health()).down).toContain('Docker does not answer at unix:///nowhere.sock');
	await away.close();
});
