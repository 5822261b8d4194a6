import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findDocker, imageIds, probe, usualSockets } from './docker.mjs';

let folder: string;
const servers: Server[] = [];
const socket = (name: string) => join(folder, `${name}.sock`);

/** Something that listens where an engine would. */
async function listen(name: string, answer: RequestListener): Promise<string> {
	const server = createServer(answer);
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(socket(name), resolve));
	return socket(name);
}

const engine: RequestListener = (_, answer) => answer.end('OK');
const broken: RequestListener = (_, answer) => answer.writeHead(500).end();
const mute: RequestListener = () => {};

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'labwright-'))));
afterEach(() => {
	for (const server of servers.splice(0)) server.close().closeAllConnections();
	rmSync(folder, { recursive: true });
});

test('the first engine that answers is taken, past sockets that are absent or broken', async () => {
	const sockets = [
		socket('absent'),
		await listen('broken', broken),
		await listen('first', engine),
		await listen('second', engine)
	];
	expect(await findDocker(undefined, sockets)).toBe(`unix://${socket('first')}`);
});

test('no engine is null', async () => {
	expect(await findDocker(undefined, [socket('absent')])).toBeNull();
});

test('an address that was set is the only one asked', async () => {
	const there = await listen('there', engine);
	expect(await findDocker(`unix://${socket('absent')}`, [there])).toBeNull();
	expect(await findDocker(`unix://${there}`, [])).toBe(`unix://${there}`);
});

test('an engine that never answers is given up after two seconds', async () => {
	const began = Date.now();
	expect(await probe(`unix://${await listen('mute', mute)}`)).toBe('silent');
	expect(Date.now() - began).toBeLessThan(3000);
});

test('an engine on the network is asked too', async () => {
	const server = createServer(engine);
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : 0;
	expect(await probe(`tcp://127.0.0.1:${port}`)).toBe('answers');
	expect(await probe('tcp://127.0.0.1:1')).toBe('silent');
});

test('Docker is asked before Podman, and the system before the person', () => {
	const order = usualSockets({ uid: 1000, home: '/home/ada' });
	expect(order[0]).toBe('/var/run/docker.sock');
	expect(order.indexOf('/run/user/1000/docker.sock')).toBe(1);
	expect(order.slice(-2).every((path) => path.includes('podman'))).toBe(true);
});

test('an engine names its images; something else names none', async () => {
	const list: RequestListener = (_, answer) => answer.end('[{"Id":"sha256:1"},{"Id":"sha256:2"}]');
	expect(await imageIds(`unix://${await listen('list', list)}`)).toEqual(['sha256:1', 'sha256:2']);
	expect(await imageIds(`unix://${await listen('broken', broken)}`)).toBeNull();
});
