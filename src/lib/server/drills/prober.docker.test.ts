/** The prober against real services on real hosts: what it says is what was so. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDocker } from '../../../../scripts/docker.mjs';
import type { Asked } from '#lib/drills/samples.ts';
import type { Probe } from '#lib/server/labs/index.ts';
import { openEngine, type HostSpec, type Sandbox, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { Prober, readSamples } from './prober.ts';
import { recoveryOf } from './recovery.ts';

const NAME = `drill-${Date.now().toString(36)}`;
const EVERY = 250;
let engine: SandboxEngine;
let sandbox: Sandbox;

const host = (name: string): HostSpec => ({
	...{ name, image: 'linux', user: 'learner', profile: 'standard', sudo: false, env: {}, files: [] },
	...{ networks: [{ name: 'lan', ipv4: null }], memoryMiB: 192, cpus: 1, pids: 128, diskMiB: 64 }
});

/** Keeps what is put, says what is asked; forgets on request. Listens for names too, on 5353. */
const SERVICE = `
import http.server, socket, socketserver, threading, urllib.parse, time, os
kept = {}
class Shop(http.server.BaseHTTPRequestHandler):
    def say(self, status, text):
        data = text.encode(); self.send_response(status); self.send_header('Content-Length', str(len(data))); self.end_headers(); self.wfile.write(data)
    def do_GET(self):
        if self.path == '/forget': n = len(kept); kept.clear(); return self.say(200, str(n))
        if self.path.startswith('/orders/'): key = self.path[8:]; return self.say(200, key) if key in kept else self.say(404, 'no')
        if self.path.startswith('/echo?'): return self.say(200, self.path[6:])
        self.say(500, 'no')
    def do_PUT(self):
        self.rfile.read(int(self.headers['Content-Length'])); kept[self.path[8:]] = 1; self.say(201, 'kept')
    def log_message(self, *a): pass
def names():
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(('', 5353))
    while True:
        q, a = s.recvfrom(512); s.sendto(q[:2] + b'\\x81\\x80\\0\\1\\0\\1\\0\\0\\0\\0' + q[12:] + b'\\xc0\\x0c\\0\\1\\0\\1\\0\\0\\0\\5\\0\\4' + bytes([10, 1, 2, 3]), a)
threading.Thread(target=names, daemon=True).start()
http.server.ThreadingHTTPServer(('', 8080), Shop).serve_forever()
`;

const common = { everyMilliseconds: EVERY, timeoutMilliseconds: 1000, slowMilliseconds: 400 };
const asked = { headers: {}, body: null, status: [200], contains: null, find: null };
const probes: Probe[] = [
	{
		...common,
		...asked,
		id: 'echo',
		title: 'Echo',
		type: 'http',
		method: 'GET',
		url: 'http://web:8080/echo?{{NONCE}}',
		contains: '{{NONCE}}'
	},
	{
		...common,
		...asked,
		id: 'orders',
		title: 'Orders',
		type: 'http',
		method: 'PUT',
		url: 'http://web:8080/orders/{{NONCE}}',
		body: 'x',
		status: [201],
		find: 'http://web:8080/orders/{{NONCE}}'
	},
	{ ...common, id: 'port', title: 'Port', type: 'tcp', address: 'web:8080', send: null, contains: null },
	{
		...common,
		id: 'name',
		title: 'Name',
		type: 'dns',
		server: 'web:5353',
		name: 'shop.example',
		record: 'A',
		contains: '10.1.2.3'
	},
	{ ...common, id: 'ping', title: 'Ping', type: 'icmp', address: 'web' },
	{
		...common,
		id: 'script',
		title: 'Script',
		type: 'script',
		args: ['8080'],
		find: null,
		script: {
			path: 'lab.yaml',
			interpreter: 'bash',
			text: 'exec 3<>"/dev/tcp/web/$1" && [ "$WORD" = tulip ]'
		}
	}
];
const lab = { id: 'test', probes };
const proberOn = (name: string) =>
	new Prober({ sandbox, host: 'grader', lab, values: { WORD: 'tulip' }, name });

const on = async (name: string, script: string) =>
	(await sandbox.exec(name, { command: ['bash'], script: `exec 9<&-\n${script}` })).stdout.trim();

async function watch(prober: Prober): Promise<{ asked: Asked[]; now: number }> {
	let text = '';
	for (;;) {
		const fetched = await prober.fetch(Buffer.byteLength(text));
		if (!fetched) throw new Error('There is nothing to fetch.');
		text += fetched.text;
		if (fetched.text.length > 0 && text.length > 400_000) continue;
		const samples = readSamples(text, probes.length);
		return {
			now: fetched.now,
			asked: samples.map((own) => ({ everyMilliseconds: EVERY, samples: own.sort((a, b) => a.at - b.at) }))
		};
	}
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

beforeAll(async () => {
	engine = openEngine({
		kind: 'docker',
		address: (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock',
		containers: resolve('containers'),
		instance: 'drilltest'
	});
	await engine.prepare(['linux'], () => {});
	const networks = [{ name: 'lan', subnet: null }];
	sandbox = await engine.start(NAME, {
		hosts: [host('web'), host('grader')],
		networks,
		lifetimeSeconds: 900,
		labels: {}
	});
	await on('web', `cat >/srv/shop.py <<'END'\n${SERVICE}END\nsetsid python3 /srv/shop.py >/dev/null 2>&1 &`);
}, 300_000);

afterAll(async () => {
	await engine.remove(NAME);
	await engine.close();
});

test('every kind of probe gets its answer, at a steady rate, and a second prober finds the first', async () => {
	const prober = proberOn('kinds');
	expect(await prober.fetch(0)).toBeNull();
	await prober.start();
	await prober.start();
	await pause(5000);
	const { asked } = await watch(prober);
	expect(asked.map(({ samples }) => samples.at(-1))).toEqual(
		probes.map(() => expect.objectContaining({ outcome: expect.stringMatching(/good|slow/) as string }))
	);
	for (const { samples } of asked) {
		const steps = samples.slice(1).map(({ at }, n) => at - samples[n]!.at);
		expect(Math.min(...steps)).toBeGreaterThan(EVERY / 2 - 20); // late by less than half an interval, at most // never a burst, never two probers
	}
	expect((await prober.look()).orders).toMatchObject({ lost: 0, unknown: 0 });
});

test('a scripted outage is measured within one interval, over any pause of who reads', async () => {
	const prober = proberOn('outage');
	await prober.start();
	await pause(3000);
	const clock = async () => (await prober.fetch(0))!.now;
	const from = await clock();
	await on('web', 'pkill -STOP -f /srv/shop.py');
	await pause(6000); // nobody reads meanwhile: as good as a server that stands still
	const mended = await clock();
	await on('web', 'pkill -CONT -f /srv/shop.py');
	const resumed = await clock();
	await pause(6000);

	const { asked } = await watch(prober);
	const [echo] = asked;
	const recovery = recoveryOf([echo!], { from, steadyMilliseconds: 2000, settleMilliseconds: 2000 });
	// The command itself takes a moment: the truth lies between the two readings of the clock.
	expect(recovery.harmedAt! - from).toBeLessThan(EVERY + (resumed - mended) + 100);
	expect(recovery.end?.at).toBeGreaterThan(mended);
	expect(recovery.end!.at - resumed).toBeLessThan(2 * EVERY);
	expect(echo!.samples.filter(({ outcome }) => outcome === 'bad').at(0)?.note).toBe('no answer in time');
	expect(asked[4]!.samples.some(({ outcome, at }) => outcome === 'bad' && at > from)).toBe(false); // the host itself was there
});

test('a prober that was held up itself invents no downtime', async () => {
	const prober = proberOn('heldup');
	await prober.start();
	await pause(2500);
	await on(
		'grader',
		'kill -STOP "$(cat /run/labwright-heldup/pid)"; sleep 4; kill -CONT "$(cat /run/labwright-heldup/pid)"'
	);
	await pause(3000);
	const [echo] = (await watch(prober)).asked;
	expect(echo!.samples.filter(({ outcome }) => outcome === 'bad')).toEqual([]);
	const steps = echo!.samples.slice(1).map(({ at }, n) => at - echo!.samples[n]!.at);
	expect(Math.max(...steps)).toBeGreaterThan(3500); // a gap, and no burst after it
	expect(Math.min(...steps)).toBeGreaterThan(EVERY / 2);
});

test('writes that were acknowledged and are gone are counted, one by one', async () => {
	const prober = proberOn('writes');
	await prober.start();
	await pause(3000);
	await on('web', 'curl -s http://localhost:8080/forget');
	await pause(2000);
	const { orders } = await prober.look();
	expect(orders!.lost).toBeGreaterThan(3);
	expect(orders!.found).toBeGreaterThan(3);
	expect(orders!.lost + orders!.found + orders!.unknown).toBe(orders!.acknowledged);
	expect(orders!.lostAt).toHaveLength(orders!.lost);
});

test('a prober that died is followed by one that goes on with the same clock', async () => {
	const prober = proberOn('successor');
	await prober.start();
	await pause(2000);
	await on('grader', 'kill -KILL "$(cat /run/labwright-successor/pid)"');
	await pause(1500);
	expect((await prober.fetch(0))!.dead).toBe(true);
	await prober.start();
	await pause(2000);
	const { asked, now } = await watch(prober);
	const last = asked[0]!.samples.at(-1)!;
	expect(now - last.at).toBeLessThan(5000);
	expect(last.at).toBeGreaterThan(3500);
	expect((await prober.fetch(0))!.dead).toBe(false);
});
