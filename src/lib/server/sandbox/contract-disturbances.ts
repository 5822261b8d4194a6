/** What every engine promises when the world is unkind: power, networks, parking, copies. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytes, host, seen, spec } from './contract-parts.ts';
import { HostAway, type Disturbance, type Sandbox, type SandboxEngine } from './index.ts';

interface Scene {
	engine: SandboxEngine;
	name: string;
	sandbox: Sandbox;
}

const lab = spec({
	networks: [{ name: 'lan', subnet: '10.77.0.0/24' }],
	hosts: ['web', 'db', 'far'].map((name) => host({ name, networks: [{ name: 'lan', ipv4: null }] }))
});

export function describeDisturbances(given: () => { engine: SandboxEngine; id: string }) {
	describe('when the world is unkind', () => {
		const scene = {} as Scene;
		beforeAll(async () => {
			scene.engine = given().engine;
			scene.name = `${given().id}-unkind`;
			scene.sandbox = await scene.engine.start(scene.name, lab);
		});
		afterAll(() => scene.engine.remove(scene.name));
		promisePower(scene);
		promiseNetworks(scene);
		promiseKeeping(scene);
	});
}

const powerOf = async (sandbox: Sandbox, of: string) =>
	(await sandbox.condition()).hosts.find(({ name }) => name === of)?.power;

const has = async (where: Sandbox, on: string, path: string) =>
	(await where.exec(on, { command: ['test', '-f', path] })).code === 0;

function promisePower(scene: Scene) {
	it('says beforehand what this machine cannot do, and refuses it in the same words', async () => {
		const late = { verb: 'clock', host: 'db', bySeconds: 3600 } as const;
		const why = await scene.sandbox.whyNot(late);
		expect(why).toMatch(/\.$/);
		await expect(scene.sandbox.disturb(late)).rejects.toThrow(why!);
		expect(await scene.sandbox.whyNot({ verb: 'pause', host: 'db' })).toBeNull();
	});

	it('cuts a host’s power, and the sandbox goes on without it', async () => {
		await scene.sandbox.exec('db', { command: ['touch', '/srv/data'] });
		await scene.sandbox.disturb({ verb: 'kill', host: 'db' });
		expect(await powerOf(scene.sandbox, 'db')).toBe('off');
		await expect(scene.sandbox.exec('db', { command: ['true'] })).rejects.toThrow(HostAway);
		await expect((async () => scene.sandbox.shell('db', { id: 'x', cols: 80, rows: 24 }))()).rejects.toThrow(
			'db is switched off'
		);
		expect((await scene.engine.find(scene.name))?.hosts.sort()).toEqual(['db', 'far', 'web']);
		expect((await scene.sandbox.exec('web', { command: ['true'] })).code).toBe(0);
	});

	it('switches it on again, with its files', async () => {
		await scene.sandbox.disturb({ verb: 'start', host: 'db' });
		expect(await powerOf(scene.sandbox, 'db')).toBe('on');
		expect(await has(scene.sandbox, 'db', '/srv/data')).toBe(true);
	});

	it('restarts a host: its shells end with a word, and what runs at boot has run', async () => {
		const shell = await scene.sandbox.shell('far', { id: 'main', cols: 80, rows: 24 });
		await scene.sandbox.disturb({ verb: 'restart', host: 'far' });
		expect(await seen(shell, 'far was restarted.')).toBeTruthy();
		for await (const piece of shell.output) void piece;
		const next = await scene.sandbox.shell('far', { id: 'main', cols: 80, rows: 24 });
		expect(next.fresh).toBe(true);
		next.write(bytes('echo up-again\r'));
		await seen(next, 'up-again');
		next.close();
	});

	it('lets a host stand still, and go on where it was', async () => {
		await scene.sandbox.disturb({ verb: 'pause', host: 'web' });
		expect(await powerOf(scene.sandbox, 'web')).toBe('paused');
		await expect(scene.sandbox.exec('web', { command: ['true'] })).rejects.toThrow('web stands still');
		expect(await scene.engine.find(scene.name)).not.toBeNull();
		await scene.sandbox.disturb({ verb: 'resume', host: 'web' });
		expect((await scene.sandbox.exec('web', { command: ['true'] })).code).toBe(0);
	});

	it('refuses what makes no sense, with a sentence', async () => {
		await expect(scene.sandbox.disturb({ verb: 'kill', host: 'moon' })).rejects.toThrow('no host moon');
		await expect(scene.sandbox.disturb({ verb: 'mend', host: 'web', network: 'sea' })).rejects.toThrow(
			'not on the network sea'
		);
		await expect(
			scene.sandbox.disturb({ verb: 'impair', host: 'web', network: 'lan', lossShare: 2 })
		).rejects.toThrow('lossShare must lie between');
	});
}

function promiseNetworks(scene: Scene) {
	it('keeps book of islands and bad links, where the machine can make them', async () => {
		const { partition, loss } = await scene.engine.abilities();
		const cut: Disturbance = { verb: 'partition', hosts: ['db'], network: 'lan' };
		const impair: Disturbance = { verb: 'impair', host: 'web', network: 'lan', lossShare: 0.5 };
		if (partition ?? loss) {
			await expect(scene.sandbox.disturb(cut)).rejects.toThrow(partition ?? '');
			return;
		}
		await scene.sandbox.disturb(cut);
		await scene.sandbox.disturb(impair);
		expect(await scene.sandbox.condition()).toMatchObject({
			islands: [{ network: 'lan', hosts: ['db'] }],
			links: [{ host: 'web', network: 'lan', lossShare: 0.5 }]
		});
		await scene.sandbox.disturb({ verb: 'rejoin', hosts: ['db'], network: 'lan' });
		await scene.sandbox.disturb({ verb: 'mend', host: 'web', network: 'lan' });
		expect(await scene.sandbox.condition()).toMatchObject({ islands: [], links: [] });
	});
}

function promiseKeeping(scene: Scene) {
	it('stands still as a whole while nobody is there, and goes on', async () => {
		await scene.sandbox.freeze();
		expect((await scene.sandbox.condition()).frozen).toBe(true);
		await expect(scene.sandbox.exec('web', { command: ['true'] })).rejects.toThrow(HostAway);
		expect(await scene.engine.find(scene.name)).not.toBeNull();
		await scene.sandbox.thaw();
		expect((await scene.sandbox.exec('web', { command: ['echo', 'on'] })).stdout).toBe('on\n');
	});

	it('copies a sandbox: the same files, and what is done to one the other never feels', async () => {
		await scene.sandbox.exec('db', { command: ['touch', '/srv/handed-in'] });
		const copy = await scene.engine.copy(scene.name, `${scene.name}-copy`, { spec: lab });
		expect(copy.kept).toBe(true);
		expect(await has(copy, 'db', '/srv/handed-in')).toBe(true);
		await copy.exec('db', { command: ['rm', '/srv/handed-in'] });
		expect(await has(scene.sandbox, 'db', '/srv/handed-in')).toBe(true);
		await scene.engine.remove(`${scene.name}-copy`);
		expect(await scene.engine.list()).not.toContain(`${scene.name}-copy`);
	});

	it('parks a scene.sandbox, and brings it back with its files', async () => {
		await scene.engine.park(scene.name);
		expect(await scene.engine.find(scene.name)).toBeNull();
		expect(await scene.engine.list()).toContain(scene.name);
		scene.sandbox = await scene.engine.start(scene.name, lab);
		expect(scene.sandbox.kept).toBe(true);
		expect(await has(scene.sandbox, 'db', '/srv/data')).toBe(true);
	});
}
