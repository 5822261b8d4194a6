/** Machines and networks that break, on a real engine: what is felt inside. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDocker } from '../../../../../scripts/docker.mjs';
import { host, spec } from '../contract.ts';
import type { Abilities, Sandbox, SandboxEngine } from '../index.ts';
import { openDockerEngine } from './index.ts';

const id = `unkind-${Date.now().toString(36)}`;
const boot = '#!/bin/sh\necho "boot $(id -un)"\necho x >> /srv/boots\n';
const lab = spec({
	networks: [{ name: 'lan', subnet: '10.77.0.0/24' }],
	hosts: [
		host({
			name: 'web',
			networks: [{ name: 'lan', ipv4: '10.77.0.10' }],
			files: [{ to: '/etc/lab/boot', content: Buffer.from(boot), owner: 'root', mode: '0755' }]
		}),
		host({ name: 'db', networks: [{ name: 'lan', ipv4: '10.77.0.20' }] }),
		host({ name: 'far', networks: [{ name: 'lan', ipv4: '10.77.0.30' }] })
	]
});

let open: () => SandboxEngine;
let engine: SandboxEngine;
let sandbox: Sandbox;
let abilities: Abilities;

beforeAll(async () => {
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
	open = () => openDockerEngine({ address, containers: resolve('containers'), instance: 'unkind' });
	engine = open();
	await engine.prepare(['linux'], () => {});
	abilities = await engine.abilities();
	sandbox = await engine.start(id, lab);
});
afterAll(async () => {
	for (const name of await engine.list()) if (name.startsWith(id)) await engine.remove(name);
	await engine.close();
});

const ask = async (on: string, script: string, timeoutSeconds = 20) =>
	(
		await sandbox.exec(on, { command: ['bash'], script: `exec 9<&-\n${script}`, timeoutSeconds })
	).stdout.trim();

/** Whether a host answers there: a refusal is an answer. */
const reaches = async (from: string, to: string) =>
	(await ask(
		from,
		`python3 - <<'END'
import socket
try: socket.create_connection(('${to}', 1), 2); print('yes')
except ConnectionRefusedError: print('yes')
except OSError: print('no')
END`
	)) === 'yes';

test('a restarted host has its addresses, its table of names and its files; what runs at boot has run', async () => {
	const before = await ask('web', 'hostname -I');
	await ask('web', 'echo 10.77.0.99 printer >> /etc/hosts; echo kept > /srv/work');
	expect(await ask('web', 'cat /srv/boots /var/log/boot.log')).toBe('x\nboot root');
	await sandbox.disturb({ verb: 'restart', host: 'web' });
	expect(await ask('web', 'hostname -I')).toBe(before);
	expect(before).toMatch(/^10\.77\.0\.10 10\.100\./);
	expect(await ask('web', 'cat /srv/work; getent hosts printer')).toMatch(/^kept\n10\.77\.0\.99 +printer$/);
	await expect.poll(() => ask('web', 'cat /srv/boots'), { timeout: 10_000 }).toBe('x\nx');
	expect(await reaches('db', 'web')).toBe(true);
	expect(await reaches('web', 'db')).toBe(true);
});

test('a host that was restarted still ends with its sandbox', async () => {
	const brief = await engine.start(`${id}-brief`, spec());
	await brief.disturb({ verb: 'kill', host: 'box' });
	await brief.extend(8);
	await brief.disturb({ verb: 'start', host: 'box' });
	await expect.poll(() => engine.find(`${id}-brief`), { timeout: 30_000, interval: 250 }).toBeNull();
});

test('a host that ends by itself takes its sandbox with it; one that was switched off does not', async () => {
	await engine.start(`${id}-dead`, spec({ hosts: [host(), host({ name: 'other' })] }));
	const dead = await engine.find(`${id}-dead`);
	await dead?.disturb({ verb: 'stop', host: 'other' });
	expect(await engine.find(`${id}-dead`)).not.toBeNull();
	await dead?.exec('box', { command: ['kill', '1'] }).catch(() => {});
	await expect.poll(() => engine.find(`${id}-dead`), { timeout: 15_000 }).toBeNull();
});

test('a server that comes back knows who is off, and what is broken', async () => {
	await sandbox.disturb({ verb: 'kill', host: 'far' });
	const later = open();
	const found = await later.find(id);
	expect((await found?.condition())?.hosts.find(({ name }) => name === 'far')?.power).toBe('off');
	await found?.disturb({ verb: 'start', host: 'far' });
	await later.close();
	await engine.close();
	engine = open();
	sandbox = (await engine.find(id))!;
	expect(await reaches('far', 'web')).toBe(true);
});

test('an island is cut off from the rest, whatever its root does, and stays so over a restart', async (context) => {
	if (abilities.partition) return context.skip(abilities.partition);
	await sandbox.disturb({ verb: 'partition', hosts: ['web', 'db'], network: 'lan' });
	expect(await reaches('web', 'db')).toBe(true);
	expect(await reaches('web', 'far')).toBe(false);
	expect(await reaches('far', 'db')).toBe(false);
	await sandbox.disturb({ verb: 'restart', host: 'far' });
	expect(await reaches('far', 'web')).toBe(false);
	await sandbox.disturb({ verb: 'rejoin', hosts: ['web', 'db'], network: 'lan' });
	// Who was not found is looked for again after a moment, as on any network.
	await expect.poll(() => reaches('far', 'web'), { timeout: 20_000 }).toBe(true);
});

test('a bad link loses what it was told to lose, in both directions', async (context) => {
	if (abilities.loss) return context.skip(abilities.loss);
	await sandbox.disturb({ verb: 'impair', host: 'db', network: 'lan', lossShare: 1 });
	expect(await reaches('web', 'db')).toBe(false);
	expect(await reaches('web', 'far')).toBe(true);
	await sandbox.disturb({ verb: 'mend', host: 'db', network: 'lan' });
	await expect.poll(() => reaches('web', 'db'), { timeout: 20_000 }).toBe(true);
});

test('a slow link carries no more than it was told', async (context) => {
	if (abilities.rate) return context.skip(abilities.rate);
	await ask(
		'db',
		'cd /srv; head -c 1M /dev/zero > big; setsid python3 -m http.server 8080 >/dev/null 2>&1 & sleep 1'
	);
	await sandbox.disturb({ verb: 'impair', host: 'db', network: 'lan', kilobitsPerSecond: 1600 });
	// A MiB at 200 kB/s takes five seconds, less what one burst carries.
	expect(await ask('web', 'curl -s -m 3 -o /dev/null http://10.77.0.20:8080/big || echo slow')).toBe('slow');
	await sandbox.disturb({ verb: 'mend', host: 'db', network: 'lan' });
	expect(await ask('web', 'curl -s -m 20 -o /dev/null -w %{size_download} http://10.77.0.20:8080/big')).toBe(
		'1048576'
	);
});

test('a delay is felt, or refused with the reason before', async () => {
	const impair = { verb: 'impair', host: 'db', network: 'lan', delayMilliseconds: 300 } as const;
	if (abilities.delay) return expect(sandbox.disturb(impair)).rejects.toThrow(abilities.delay);
	await sandbox.disturb(impair);
	const took = await ask('web', 'curl -s -o /dev/null -w %{time_connect} http://10.77.0.20:8080/');
	expect(Number(took)).toBeGreaterThanOrEqual(0.3);
	await sandbox.disturb({ verb: 'mend', host: 'db', network: 'lan' });
});

test('a small file system is filled and freed; the machine’s own is not', async () => {
	await sandbox.disturb({ verb: 'disk-fill', host: 'db', path: '/dev/shm', leaveMiB: 2 });
	expect(
		await ask('db', 'head -c 4M /dev/zero > /dev/shm/more 2>&1 || echo full; rm -f /dev/shm/more')
	).toContain('full');
	await sandbox.disturb({ verb: 'disk-free', host: 'db', path: '/dev/shm' });
	expect(await ask('db', 'head -c 4M /dev/zero > /dev/shm/more && echo room; rm /dev/shm/more')).toBe('room');
	if (abilities.diskFill)
		await expect(
			sandbox.disturb({ verb: 'disk-fill', host: 'db', path: '/srv', leaveMiB: 2 })
		).rejects.toThrow('the machine’s and not the host’s own');
});
