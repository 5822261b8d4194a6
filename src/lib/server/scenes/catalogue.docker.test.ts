/** The catalogue of faults, on real services: each takes away what it says, and gives it back. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadLab, type Lab } from '#lib/server/labs/index.ts';
import { openEngine, type Sandbox, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { findDocker } from '../../../../scripts/docker.mjs';
import { bringUp, hurts, inject, mend, sandboxSpec } from './index.ts';

/** One host plays all that a service can rely on: a registry, an authority, names, the time, an API. */
const FILES = {
	'lab.yaml': `apiVersion: lab/v1
id: relied-on
title: Relied on
summary: What a service needs.
level: beginner
minutes: 5
networks: { lan: {} }
hosts:
  box: { image: linux, networks: { lan: {} } }
  depot: { image: linux, networks: { lan: {} } }
setup: [{ host: depot, run: setup/depot.sh }]
faults:
  images: { title: A, use: { what: registry-gone, host: depot, network: lan, from: box } }
  signatures: { title: B, use: { what: ca-gone, host: depot, network: lan, from: box, port: 8443 } }
  names: { title: C, use: { what: dns-gone, host: depot, network: lan, from: box } }
  time: { title: D, use: { what: time-gone, host: depot, network: lan, from: box } }
  cloud: { title: E, use: { what: api-forbids, host: depot, from: box, port: 8080, service: api } }
  late:
    title: F
    steps: [{ do: clock, host: depot, by: +400d }]
    instead: [{ do: stop, host: depot }]
    verify: { host: box, run: '! timeout 2 bash -c "exec 3<>/dev/tcp/depot/5000"' }
tasks:
  - id: look
    title: Look
    hints: []
    checks: [{ id: on, title: It is on, host: box, run: 'test -e /srv/on' }]
`,
	'guide.md': '# Relied on\n\n:::task{id=look}\nx\n:::\n',
	'setup/depot.sh': `export PATH="/.lab/bin:$PATH"
mkdir -p /etc/lab /srv/www/v2 && echo ok >/srv/www/v2/index.html && echo ok >/srv/www/index.html
cat >/etc/lab/boot <<'BOOT'
#!/bin/sh
for port in 5000 8443; do /.lab/bin/httpd -p $port -h /srv/www; done
setsid python3 /srv/names.py >/dev/null 2>&1 &
setsid python3 /srv/time.py >/dev/null 2>&1 &
BOOT
cat >/srv/names.py <<'NAMES'
import socket
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', 53))
while True:
    asked, who = server.recvfrom(512)
    server.sendto(asked[:2] + bytes([0x81, 0x83]) + asked[4:], who)  # there is no such name
NAMES
cat >/srv/time.py <<'TIME'
import socket, struct, time
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('', 123))
while True:
    asked, who = server.recvfrom(512)
    now = int(time.time() + 2208988800)
    server.sendto(struct.pack('!BBBb11I', 0x24, 1, 4, -20, 0, 0, 0, now, 0, 0, 0, now, 0, now, 0), who)
TIME
mkdir -p /etc/service/api
printf '#!/bin/sh\\nexec /.lab/bin/httpd -f -p 8080 -h /srv/www\\n' >/etc/service/api/run
chmod +x /etc/lab/boot /etc/service/api/run
sh /etc/lab/boot
for _ in $(seq 100); do (exec 3<>/dev/tcp/127.0.0.1/8080) 2>/dev/null && exit; sleep 0.2; done
exit 1
`,
	'solve/look.box.sh': 'touch /srv/on\n'
};

let folder: string;
let engine: SandboxEngine;
let lab: Lab;
let sandbox: Sandbox;
const name = `relied-on-${Date.now().toString(36)}`;
beforeAll(async () => {
	folder = join(await mkdtemp(join(tmpdir(), 'relied-on-')), 'relied-on');
	for (const [path, text] of Object.entries(FILES)) {
		await mkdir(join(folder, path, '..'), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	const loaded = await loadLab(folder);
	expect(loaded.problems).toEqual([]);
	lab = loaded.lab!;
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
	engine = openEngine({ kind: 'docker', address, containers: resolve('containers'), instance: 'relied-on' });
	await engine.prepare(['linux'], () => {});
	const spec = sandboxSpec(lab, {}, { lifetimeSeconds: 600, userId: 0 });
	const signal = AbortSignal.timeout(120_000);
	sandbox = await bringUp({ engine, lab, name, spec, values: {}, signal, tell: () => {} });
}, 300_000);
afterAll(async () => {
	await engine?.remove(name);
	await engine?.close();
	await rm(join(folder, '..'), { recursive: true, force: true });
});

it.each(['images', 'signatures', 'names', 'time', 'cloud', 'late'])(
	'%s are there, are gone, and are there again',
	async (id) => {
		const fault = lab.faults.find((one) => one.id === id)!;
		const scene = { sandbox, lab, values: {}, fault };
		expect(await hurts(scene)).toBe(false);
		await inject(scene);
		await mend(scene);
		await expect.poll(() => hurts(scene), { timeout: 30_000 }).toBe(false);
	},
	120_000
);

it('what cannot be done has its sentence before, and the other way is the one that is felt', async () => {
	const fault = lab.faults.find((one) => one.id === 'images')!;
	const scene = {
		sandbox,
		lab,
		values: {},
		fault: { ...fault, steps: [{ verb: 'clock' as const, host: 'depot', bySeconds: 9 }] }
	};
	expect(await sandbox.whyNot(scene.fault.steps[0]!)).toContain('clock of the machine');
	await inject(scene); // it stands still, and accepts connections all the same
	expect((await sandbox.condition()).hosts).toContainEqual({ name: 'depot', power: 'paused' });
	await mend(scene);
	expect(await hurts(scene)).toBe(false);
}, 60_000);
