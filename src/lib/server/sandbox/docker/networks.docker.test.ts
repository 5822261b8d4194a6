/** Networks on a real engine: what meets on them, and what never does. */
import { networkInterfaces } from 'node:os';
import { createServer, type Server } from 'node:net';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDocker } from '../../../../../scripts/docker.mjs';
import { host, spec } from '../contract.ts';
import type { Sandbox, SandboxEngine } from '../index.ts';
import { openDockerEngine } from './index.ts';

const id = `nets-${Date.now().toString(36)}`;
const lab = spec({
	networks: [{ name: 'lan', subnet: '10.77.0.0/24' }],
	hosts: [
		host({ name: 'web', networks: [{ name: 'lan', ipv4: '10.77.0.10' }], needs: ['db'] }),
		host({
			name: 'db',
			networks: [{ name: 'lan', ipv4: null }],
			ready: {
				probe: {
					command: ['bash'],
					script:
						'exec 9<&-; date +%s%N > /ready; test $(cat /tries 2>/dev/null || echo 0) -ge 2 || { echo $(($(cat /tries 2>/dev/null || echo 0) + 1)) > /tries; exit 1; }'
				},
				everySeconds: 0.1,
				timeoutSeconds: 20
			}
		})
	]
});

let engine: SandboxEngine;
let [ada, bob]: [Sandbox, Sandbox] = [null!, null!];
let listener: Server;
let port = 0;

beforeAll(async () => {
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
	engine = openDockerEngine({ address, containers: resolve('containers'), instance: 'nets' });
	await engine.prepare(['linux'], () => {});
	[ada, bob] = await Promise.all([engine.start(`${id}-ada`, lab), engine.start(`${id}-bob`, lab)]);
	listener = createServer((socket) => socket.end('reached')).listen(0, '0.0.0.0');
	await new Promise((done) => listener.once('listening', done));
	const bound = listener.address();
	port = typeof bound === 'object' ? (bound?.port ?? 0) : 0;
});
afterAll(async () => {
	listener?.close();
	for (const name of await engine.list()) if (name.startsWith(id)) await engine.remove(name);
	await engine.close();
});

const ask = async (sandbox: Sandbox, name: string, script: string) =>
	(
		await sandbox.exec(name, { command: ['bash'], script: `exec 9<&-\n${script}`, timeoutSeconds: 20 })
	).stdout.trim();

/** 0 when a connection came about or was refused: then packets went both ways. */
const reaches = (sandbox: Sandbox, address: string, at = port) =>
	ask(
		sandbox,
		'web',
		`python3 - <<'END'
import socket
try: socket.create_connection(('${address}', ${at}), 1.5); print('open')
except ConnectionRefusedError: print('open')
except OSError: print('closed')
END`
	);

test('every learner has the addresses the author named, at the same time', async () => {
	for (const sandbox of [ada, bob]) {
		expect(await ask(sandbox, 'web', 'hostname -I')).toMatch(/^10\.77\.0\.10 10\.100\./);
		expect(await ask(sandbox, 'db', 'hostname -I')).toMatch(/^10\.77\.0\.2 10\.100\./);
		expect(await ask(sandbox, 'web', 'getent hosts db')).toMatch(/^10\.77\.0\.2 /);
		expect(await reaches(sandbox, 'db', 1)).toBe('open');
	}
});

test('what one learner says on the network, the other does not hear', async () => {
	const serve = `setsid python3 -m http.server 8080 --directory /srv >/dev/null 2>&1 & sleep 1; hostname > /srv/whose`;
	await ask(ada, 'db', `echo ada > /srv/whose; ${serve.split(';')[0]}; sleep 1`);
	expect(await ask(ada, 'web', 'curl -s -m 3 http://10.77.0.2:8080/whose')).toBe('ada');
	expect(await ask(bob, 'web', 'curl -s -m 3 http://10.77.0.2:8080/whose')).toBe('');
	const outer = (await ask(ada, 'db', 'hostname -I')).split(' ')[1] ?? '';
	expect(await reaches(bob, outer, 8080)).toBe('closed');
});

test('neither this machine nor anything behind it answers', async () => {
	const own = (await ask(ada, 'web', 'hostname -I')).split(' ')[1] ?? '';
	const gateway = own.replace(/\d+$/, (last) => `${Math.floor(Number(last) / 16) * 16 + 1}`);
	expect(await reaches(ada, gateway)).toBe('closed');
	for (const { address, family, internal } of Object.values(networkInterfaces()).flatMap(
		(list) => list ?? []
	))
		if (family === 'IPv4' && !internal) expect(await reaches(ada, address)).toBe('closed');
	expect(await reaches(ada, '169.254.169.254', 80)).toBe('closed');
	expect(await ask(ada, 'web', 'getent hosts debian.org')).toBe('');
	// Newer engines leave it on at the loopback; no interface that leads out has it, nor an address of it.
	const outward = 'cat /proc/sys/net/ipv6/conf/eth*/disable_ipv6; grep -v " lo$" /proc/net/if_inet6';
	expect(await ask(ada, 'web', outward)).toBe('1');
});

test('a host waits until those it needs are ready', async () => {
	expect(await ask(ada, 'db', 'cat /tries')).toBe('2');
	const ready = Number(await ask(ada, 'db', 'cat /ready'));
	const started = Number(await ask(ada, 'web', 'stat -c %.9Y /proc/1 | tr -d .'));
	expect(started).toBeGreaterThanOrEqual(ready);
});

test('a host that never gets ready ends the start, and nothing of it stays', async () => {
	const ready = {
		probe: { command: ['bash'], script: 'echo still down; false' },
		everySeconds: 0.2,
		timeoutSeconds: 1
	};
	await expect(engine.start(`${id}-never`, spec({ hosts: [host({ name: 'db', ready })] }))).rejects.toThrow(
		'The host db was not ready after 1 seconds. Its probe: still down'
	);
	expect(await engine.list()).not.toContain(`${id}-never`);
});

test('an address outside the author’s subnet is refused with a sentence', async () => {
	const wrong = spec({
		networks: [{ name: 'lan', subnet: '10.77.0.0/24' }],
		hosts: [host({ networks: [{ name: 'lan', ipv4: '10.78.0.1' }] })]
	});
	await expect(engine.start(`${id}-wrong`, wrong)).rejects.toThrow('does not lie in 10.77.0.0/24');
});

test('two processes of one installation try their networks at the same time, and neither is in the other’s way', async () => {
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
	const other = openDockerEngine({ address, containers: resolve('containers'), instance: 'nets' });
	const both = await Promise.all([engine.health(true), other.health(true)]);
	await other.close();
	for (const { findings } of both) {
		const networks = findings.find(({ name }) => name === 'Networks of sandboxes');
		expect(networks?.text).not.toContain('could not be sent');
		expect(networks?.text).toContain('Tried at');
	}
});
