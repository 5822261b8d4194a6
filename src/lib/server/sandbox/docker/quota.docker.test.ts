/** Disks that the storage driver bounds: on an engine whose data lie on btrfs, and on the usual one. */
import { resolve } from 'node:path';
import Dockerode from 'dockerode';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dockerodeOptions, findDocker } from '../../../../../scripts/docker.mjs';
import { openFurnished, type Daemon } from '../../../../../tests/attacks/daemon.ts';
import { openQuotaDisk, whyNoQuotaDisk, type QuotaDisk } from '../../../../../tests/attacks/quota-disk.ts';
import { host, spec } from '../contract.ts';
import type { Incident, SandboxEngine } from '../index.ts';
import { openDockerEngine } from './index.ts';

const reason = whyNoQuotaDisk();
const finding = async (engine: SandboxEngine) =>
	(await engine.health()).findings.find(({ name }) => name === 'Disks of sandboxes');

describe.skipIf(reason)(`where the storage driver has quotas${reason ? `, skipped: ${reason}` : ''}`, () => {
	let disk: QuotaDisk;
	let daemon: Daemon;
	let engine: SandboxEngine;
	const incidents: Incident[] = [];
	beforeAll(async () => {
		disk = await openQuotaDisk();
		daemon = await openFurnished(disk.settings);
		engine = openDockerEngine({
			...{ address: daemon.address, containers: resolve('containers'), instance: 'quota' }
		});
		engine.onIncident((incident) => incidents.push(incident));
		await engine.prepare(['linux'], () => {});
	}, 180_000);
	afterAll(async () => {
		await engine?.close();
		await daemon?.close();
		await disk?.close();
	});

	test('a host that writes far too much at once is held back, and harms nobody', async () => {
		const [greedy, other] = await Promise.all(
			['greedy', 'other'].map((name) => engine.start(name, spec({ hosts: [host({ diskMiB: 64 })] })))
		);
		const flood =
			'for n in $(seq 32); do head -c 32M /dev/urandom > /var/tmp/$n || break; done; du -sm /var/tmp';
		const { stdout, stderr } = await greedy!.exec('box', { command: ['sh', '-c', flood] });
		expect(stderr).toMatch(/quota exceeded/i);
		// What it was given, and what is added because the image counts there, too.
		expect(parseInt(stdout)).toBeLessThan(64 + 256);
		const work = 'head -c 32M /dev/urandom > /srv/work && sync';
		expect(await other!.exec('box', { command: ['sh', '-c', work] })).toMatchObject({ code: 0, stderr: '' });
		await expect.poll(() => engine.find('greedy'), { timeout: 60_000 }).toBeNull();
		expect(incidents.map(({ text }) => text)).toContain(
			'box had written more than the 64 MiB of disk it has, so it was stopped.'
		);
		expect(await engine.find('other')).not.toBeNull();
		await engine.remove('other');
	}, 120_000);

	test('files made before the first look at a host count, too', async () => {
		const box = await engine.start('files', spec({ hosts: [host({ diskMiB: 180 })] }));
		const litter =
			"import os\nos.mkdir('/var/tmp/many')\nfor n in range(21000): open(f'/var/tmp/many/{n}', 'w')";
		await box.exec('box', { command: ['python3'], script: litter }).catch(() => {});
		await expect.poll(() => engine.find('files'), { timeout: 60_000 }).toBeNull();
		expect(incidents.map(({ text }) => text)).toContain(
			'box had made more than the 20000 files it may have, so it was stopped.'
		);
	}, 90_000);

	test('the operator reads that it was tried', async () => {
		expect(await finding(engine)).toMatchObject({
			state: 'good',
			text: expect.stringContaining('btrfs holds back who writes far too much at once, as was tried')
		});
		const left = await new Dockerode(dockerodeOptions(daemon.address)).listContainers({ all: true });
		expect(left.flatMap(({ Names }) => Names).filter((name) => name.includes('errand'))).toEqual([]);
	});
});

test('on the usual engine, what the driver says of itself and what hosts are given agree', async () => {
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
	const engine = openDockerEngine({ address, containers: resolve('containers'), instance: 'quota-usual' });
	await engine.prepare(['linux'], () => {});
	const name = `quota-${Date.now().toString(36)}`;
	await engine.start(name, spec());
	const found = await finding(engine);
	const [container] = await new Dockerode(dockerodeOptions(address)).listContainers({
		filters: { label: [`labwright.sandbox=${name}`] }
	});
	const { HostConfig } = await new Dockerode(dockerodeOptions(address)).getContainer(container!.Id).inspect();
	expect(HostConfig.StorageOpt?.size === undefined).toBe(found?.state === 'warn');
	await engine.remove(name);
	await engine.close();
});
