/** Hosts with a way to one place of the internet, on a real engine; the place is a server of the test. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dockerodeOptions, findDocker } from '../../../../../scripts/docker.mjs';
import { host, spec } from '../contract.ts';
import type { Sandbox, SandboxEngine } from '../index.ts';
import { openDockerEngine } from './index.ts';
import Dockerode from 'dockerode';
import { LABELS } from './objects.ts';

const address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
const name = `way-out-${Date.now().toString(36)}`;
const FLOOD = 4 * 1024 * 1024;

let place: Server;
let allowed: string;
let engine: SandboxEngine;
let sandbox: Sandbox;

const open = () =>
	openDockerEngine({
		...{ address, containers: resolve('containers'), instance: 'way-out' },
		internet: {
			allowed: [allowed],
			lookup: () => Promise.resolve({ address: '127.0.0.1', family: 4 }),
			isOutside: () => true // the place is on this machine, where no other may be
		}
	});

beforeAll(async () => {
	place = createServer((request, answer) =>
		answer.end(request.url === '/flood' ? Buffer.alloc(FLOOD, 'x') : `here is ${request.headers.host}`)
	);
	await new Promise<void>((done) => place.listen(0, '127.0.0.1', done));
	allowed = `mirror.example:${(place.address() as AddressInfo).port}`;
	engine = open();
	await engine.prepare(['linux'], () => {});
	const hosts = [host({ internet: [allowed] }), host({ name: 'apart' })];
	sandbox = await engine.start(name, spec({ hosts }));
});

afterAll(async () => {
	await engine.remove(name);
	await engine.close();
	place.close();
});

const curl = async (args: string, of = sandbox, on = 'box') => {
	const script = `curl -sS -m 20 -x http://127.0.0.1:3128 ${args} 2>&1`;
	return (await of.exec(on, { command: ['bash'], script, user: 'shell' })).stdout;
};

async function box() {
	const docker = new Dockerode(dockerodeOptions(address));
	const label = [`${LABELS.sandbox}=${name}`, `${LABELS.host}=box`];
	const [found] = await docker.listContainers({ filters: { label } });
	return docker.getContainer(found!.Id);
}

/** What a program gets that goes on calling, while nobody of ours speaks to its host. */
async function unvisited() {
	const script = `for n in $(seq 50); do curl -s -m 5 -x http://127.0.0.1:3128 http://${allowed}/ && exit; sleep 0.2; done`;
	const container = await box();
	const exec = await container.exec({ Cmd: ['bash', '-c', script], AttachStdout: true, User: 'learner' });
	let said = '';
	for await (const piece of await exec.start({})) said += String(piece);
	return said;
}

it('a program reaches the place by the proxy, plainly and through a tunnel', async () => {
	expect(await curl(`http://${allowed}/`)).toBe(`here is ${allowed}`);
	expect(await curl(`-p http://${allowed}/`)).toBe(`here is ${allowed}`);
});

it('it reaches no other place, and nothing without the proxy', async () => {
	expect(await curl('http://evil.example/')).toContain(`It may reach: ${allowed}.`);
	expect(await curl('-p https://evil.example/')).toContain('403');
	expect(await curl(`--noproxy '*' http://${allowed}/`)).toMatch(/Could not resolve|Failed to connect/);
});

it('a host that asked for nothing has no proxy', async () => {
	expect(await curl(`http://${allowed}/`, sandbox, 'apart')).toMatch(/Failed to connect|Connection refused/);
});

it('much comes through whole, many times at once, and terminals are heard beside it', async () => {
	const all = Array.from({ length: 8 }, () => curl(`http://${allowed}/flood | wc -c`));
	expect((await sandbox.exec('box', { command: ['echo', 'beside'] })).stdout).toBe('beside\n');
	expect(new Set(await Promise.all(all))).toEqual(new Set([`${FLOOD}\n`]));
});

it('who calls without end is hung up on, and others go on', { timeout: 60_000 }, async () => {
	const script = `
		for n in $(seq 60); do ( exec 3<>/dev/tcp/127.0.0.1/3128; read -t 5 -u 3 ) & done 2>/dev/null
		sleep 1; echo kept; wait`;
	expect((await sandbox.exec('box', { command: ['bash'], script, user: 'shell' })).stdout).toContain('kept');
	expect(await curl(`http://${allowed}/`)).toBe(`here is ${allowed}`);
});

it('a server that comes back is heard again before anybody visits, and what it finds keeps to what it was given', async () => {
	await engine.close();
	engine = open();
	await engine.list(); // as every server does at its start
	expect(await unvisited()).toContain(`here is ${allowed}`);
	sandbox = (await engine.find(name))!;
	expect(await curl('http://evil.example/', sandbox)).toContain('It may reach');
});

it('a port that is lent again after a lost connection is there without anybody asking', async () => {
	const container = await box();
	const thief = await container.exec({
		...{ Cmd: ['/.lab/resident', 'join'], User: '0', AttachStdin: true, AttachStdout: true }
	});
	const stolen = await thief.start({ hijack: true, stdin: true });
	await new Promise((done) => stolen.once('data', done)); // the host speaks to somebody else now
	expect(await unvisited()).toContain(`here is ${allowed}`);
});
