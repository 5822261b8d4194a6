/** Ports of hosts from outside, on a real engine; and a resident that is told nonsense. */
import { createHash, randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Duplex } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import Dockerode from 'dockerode';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dockerodeOptions, findDocker } from '../../../../../scripts/docker.mjs';
import { asked } from '../contract-parts.ts';
import { host, spec } from '../contract.ts';
import type { Sandbox, SandboxEngine } from '../index.ts';
import { DockerOutput, frame, FrameReader, fromResident, toResident, u32, u64 } from './frames.ts';
import { openDockerEngine } from './index.ts';
import { LABELS } from './objects.ts';

const address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
const open = () => openDockerEngine({ address, containers: resolve('containers'), instance: 'dials' });
const name = `dials-${Date.now().toString(36)}`;
const lan = (ipv4: string) => ({ networks: [{ name: 'lan', ipv4 }] });

/** Gives back whatever it is sent, on every address; a second one on the outer address alone; one that only talks. */
const SERVICES = `
import socket, threading
def serve(address, port, each):
    s = socket.create_server((address, port), backlog=100)
    def loop():
        while True:
            c, _ = s.accept()
            threading.Thread(target=each, args=(c,), daemon=True).start()
    threading.Thread(target=loop, daemon=True).start()
def echo(c):
    while data := c.recv(65536): c.sendall(data)
    c.shutdown(socket.SHUT_WR)
def flood(c):
    try:
        while True: c.sendall(b'x' * 65536)
    except OSError: pass
serve('127.0.0.1', 7000, echo)
serve('10.9.8.7', 7001, echo)
serve('127.0.0.1', 7002, flood)
serve('127.0.0.1', 7003, lambda c: None)
threading.Event().wait()
`;

let engine: SandboxEngine;
let sandbox: Sandbox;

beforeAll(async () => {
	engine = open();
	await engine.prepare(['linux'], () => {});
	const hosts = [host(lan('10.9.8.7')), host({ name: 'next', ...lan('10.9.8.8') })];
	sandbox = await engine.start(name, spec({ hosts, networks: [{ name: 'lan', subnet: '10.9.8.0/24' }] }));
	for (const one of ['box', 'next']) await sandbox.exec(one, { command: ['sh'], script: START });
	await until(() => sandbox.connect('next', 7002));
});
const START = `cat >/tmp/services.py <<'END'\n${SERVICES}END\nsed -i "s/10.9.8.7/$(hostname -I | cut -d' ' -f1)/" /tmp/services.py\nsetsid python3 /tmp/services.py >/tmp/services.log 2>&1 &`;
/** Until it is gone: a signal is only a wish. */
const STOP = 'pkill -f [s]ervices.py; while pgrep -f [s]ervices.py >/dev/null; do sleep 0.1; done';

afterAll(async () => {
	await engine.remove(name);
	await engine.close();
});

async function until(connect: () => Promise<Duplex | null>): Promise<void> {
	for (let stream = await connect(); ; stream = await connect()) {
		if (stream) return void stream.destroy();
		await new Promise((done) => setTimeout(done, 200));
	}
}

it('reaches what listens on loopback, and what listens on the outer address alone', async () => {
	for (const port of [7000, 7001]) {
		await until(() => sandbox.connect('box', port));
		const stream = await sandbox.connect('box', port);
		stream!.end('anybody there?');
		expect(await text(stream!)).toBe('anybody there?');
	}
});

it('reaches nothing but the host it was asked about', async () => {
	await sandbox.exec('box', { command: ['sh'], script: STOP });
	expect(await sandbox.connect('box', 7000)).toBeNull();
	expect(await sandbox.connect('next', 7000)).not.toBeNull();
	await sandbox.exec('box', { command: ['sh'], script: 'setsid python3 /tmp/services.py >/dev/null 2>&1 &' });
	await until(() => sandbox.connect('box', 7002));
});

it('carries megabytes both ways at once, whole', async () => {
	const sent = randomBytes(16 * 1024 * 1024);
	const stream = await sandbox.connect('box', 7000);
	const back = buffer(stream!);
	stream!.end(sent);
	const digest = (of: Buffer) => createHash('sha256').update(of).digest('hex');
	expect(digest(await back)).toBe(digest(sent));
});

it('lets a service that floods wait for its reader, and one that does not read holds nobody up', async () => {
	const flood = await sandbox.connect('box', 7002);
	flood!.read(1);
	const deaf = await sandbox.connect('box', 7003);
	while (flood!.readableLength < 32 * 1024) await new Promise((done) => setTimeout(done, 50));
	await new Promise((done) => setTimeout(done, 300)); // time in which far more would have come
	expect(flood!.readableLength).toBeLessThanOrEqual(192 * 1024);
	let taken = 0;
	while (deaf!.write(Buffer.alloc(16 * 1024)) && taken < 1e9) taken += 16 * 1024;
	expect(taken).toBeLessThan(64 * 1024 * 1024);
	expect((await sandbox.exec('box', { command: ['echo', 'still here'] })).stdout).toBe('still here\n');
	flood!.destroy();
	deaf!.destroy();
});

it('has room for sixty at once and refuses more, until some have gone', async () => {
	const all = await Promise.all(Array.from({ length: 60 }, () => sandbox.connect('box', 7000)));
	expect(all.every(Boolean)).toBe(true);
	await expect(sandbox.connect('box', 7000)).rejects.toThrow('Too many connections');
	all.forEach((one) => one!.destroy());
	const next = await sandbox.connect('box', 7000);
	next!.end('room again');
	expect(await text(next!)).toBe('room again');
});

it('breaks connections off with their sandbox’s connection, and connects anew after a restart', async () => {
	const before = open();
	const stream = await (await before.find(name))!.connect('next', 7000);
	const closed = new Promise((done) => stream!.once('close', done));
	await before.close();
	await closed;
	const after = open();
	const again = await (await after.find(name))!.connect('next', 7000);
	again!.end('hello again');
	expect(await text(again!)).toBe('hello again');
	await after.close();
});

it('a resident that is told nonsense about dials goes on', async () => {
	const docker = new Dockerode(dockerodeOptions(address));
	const label = [`${LABELS.sandbox}=${name}`, `${LABELS.host}=next`];
	const [found] = await docker.listContainers({ filters: { label } });
	const line = await joined(docker.getContainer(found!.Id));
	const { dial, input, credit, finish, close } = toResident;
	const channels = Array.from({ length: 300 }, (_, n) => 100 + n);
	const say = (...all: [number, number, Buffer?][]) => all.forEach((one) => line.send(...one));
	say([dial, 5], [dial, 6, u32(0)], [dial, 7, u32(65_536)], [dial, 8, u32(0xffffffff)]);
	say([dial, 9, Buffer.alloc(5000)], [finish, 77], [input, 78, Buffer.alloc(100_000)]);
	say(...channels.map((channel): [number, number, Buffer] => [dial, channel, u32(7000)]));
	say([dial, 100, u32(7002)]); // the same channel twice
	say([input, 100, Buffer.alloc(200_000)]); // more than is allowed
	say([credit, 101, u64(2 ** 52)], [credit, 102, Buffer.alloc(3)], [finish, 103], [finish, 103]);
	say(...channels.map((n): [number, number, Buffer] => [1 + (n % 12), n - 100, randomBytes(n)]));
	expect(await line.heard(fromResident.finished, 100)).toEqual(Buffer.from([1]));
	say(...[...channels, ...channels].map((channel): [number, number] => [close, channel]));
	say([dial, 500, u32(7000)], [credit, 500, u64(1000)], [input, 500, Buffer.from('sane')]);
	expect((await line.heard(fromResident.output, 500)).toString()).toBe('sane');
	line.end();
	expect(await asked(() => fresh(sandbox))).toBe('GET /page.html HTTP/1.0\r\n\r\n');
});

/** Our own engine's connection was taken over meanwhile: it sees that, and joins anew. */
const fresh = (of: Sandbox) => of.connect('next', 7000).catch(() => of.connect('next', 7000));

async function joined(container: Dockerode.Container) {
	const attach = { AttachStdin: true, AttachStdout: true, AttachStderr: true, Tty: false };
	const exec = await container.exec({ Cmd: ['/.lab/resident', 'join'], User: '0', ...attach });
	const stream = await exec.start({ hijack: true, stdin: true });
	const [outer, inner] = [new DockerOutput([1]), new FrameReader()];
	const frames: { kind: number; channel: number; payload: Buffer }[] = [];
	let wake = () => {};
	stream.on('data', (data: Buffer) => {
		for (const piece of outer.push(data)) frames.push(...inner.push(piece));
		wake();
	});
	return {
		send: (kind: number, channel: number, payload?: Uint8Array) =>
			stream.write(frame(kind, channel, payload)),
		async heard(kind: number, channel: number): Promise<Buffer> {
			for (;;) {
				const found = frames.find((one) => one.kind === kind && one.channel === channel);
				if (found) return found.payload;
				await new Promise<void>((done) => (wake = done));
			}
		},
		end: () => stream.destroy()
	};
}
