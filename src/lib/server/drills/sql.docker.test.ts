/** The prober's SQL against a real MariaDB: what it says is what was so. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDocker } from '../../../../scripts/docker.mjs';
import type { Probe } from '#lib/server/labs/index.ts';
import { openEngine, type HostSpec, type Sandbox, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { Prober, readSamples } from './prober.ts';

const NAME = `sql-${Date.now().toString(36)}`;
let engine: SandboxEngine;
let sandbox: Sandbox;

const host = (name: string): HostSpec => ({
	...{ name, image: 'db', user: 'learner', profile: 'standard', sudo: false, env: {}, files: [] },
	...{ networks: [{ name: 'lan', ipv4: null }], memoryMiB: 320, cpus: 1, pids: 256, diskMiB: 256 }
});

const common = { everyMilliseconds: 500, timeoutMilliseconds: 4000, slowMilliseconds: 3900 };
const server = 'mariadb://shop:{{PASS}}@data:3306/shop';
const ask = (id: string, query: string, more: object = {}): Probe =>
	({ ...common, id, title: id, type: 'sql', server, query, contains: null, find: null, ...more }) as Probe;
const lab = {
	id: 'test',
	probes: [
		ask('reads', "select concat('is-', 'there')", { contains: 'is-there' }),
		ask('writes', "insert into orders values ('{{NONCE}}')", {
			find: "select id from orders where id = '{{NONCE}}'"
		}),
		ask('wrong', 'select * from nothing'),
		ask('missing', "select 'x'", { contains: 'y' }),
		ask('locked-out', 'select 1', { server: 'mariadb://shop:guess@data/shop' })
	]
};
/** As a password may be, and a shell or an address would stumble over. */
const PASS = "p%40ss w'ord";

const on = async (script: string) => {
	const { code, stdout, stderr } = await sandbox.exec('data', {
		command: ['bash'],
		script: `exec 9<&-\n${script}`
	});
	if (code !== 0) throw new Error(stderr);
	return stdout.trim();
};

beforeAll(async () => {
	engine = openEngine({
		kind: 'docker',
		address: (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock',
		containers: resolve('containers'),
		instance: 'sqltest'
	});
	await engine.prepare(['db'], () => {});
	sandbox = await engine.start(NAME, {
		hosts: [host('data'), host('grader')],
		networks: [{ name: 'lan', subnet: null }],
		...{ lifetimeSeconds: 900, labels: {} }
	});
	await on(`ln -s /etc/sv/mariadb /etc/service/mariadb
for _ in $(seq 240); do mariadb -e 'select 1' >/dev/null 2>&1 && break; sleep 0.5; done
mariadb <<'END'
create database shop;
create table shop.orders (id varchar(64) primary key);
create user shop@'%' identified by 'p@ss w''ord';
grant all on shop.* to shop@'%';
END`);
}, 600_000);

afterAll(async () => {
	await engine.remove(NAME);
	await engine.close();
});

test('sql asks a real database: good, wrong, refused and down are told apart, and lost rows are counted', async () => {
	const prober = new Prober({ sandbox, host: 'grader', lab, values: { PASS }, name: 'sql' });
	await prober.start();
	const last = async () => {
		const samples = readSamples((await prober.fetch(0))!.text, lab.probes.length);
		return samples.map((own) => own.map(({ outcome, note }) => `${outcome} ${note}`.trim()).at(-1));
	};
	const healthy = ['good', 'good', 'bad error', expect.stringMatching(/^bad /), 'bad error'];
	await expect.poll(last, { timeout: 60_000 }).toEqual(healthy);
	await expect
		.poll(async () => (await on('mariadb -N -e "select count(*) from shop.orders"')) > '2', {
			timeout: 60_000
		})
		.toBe(true);

	const kept = await prober.look();
	expect(kept.writes).toMatchObject({ lost: 0, unknown: 0, lostAt: [] });
	expect(kept.writes!.found).toBeGreaterThan(2);
	await on('mariadb -e "delete from shop.orders"');
	expect((await prober.look()).writes!.lost).toBeGreaterThan(2);

	await on('sv down /etc/service/mariadb; pkill -KILL mariadbd; true');
	await expect.poll(last, { timeout: 60_000 }).toEqual(Array.from({ length: 5 }, () => 'bad error'));
	const { writes } = await prober.look();
	expect(writes).toMatchObject({ lost: 0, found: 0, unknown: writes!.acknowledged });
}, 240_000);
