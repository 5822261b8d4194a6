/**
 * A Docker engine of the suite's own, in a network and in folders of its own: whatever an attack does
 * to it, to its rules or its routes, nobody else feels. Linux, root and dockerd are needed; the images
 * come from the engine that is there.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import Dockerode from 'dockerode';
import { dockerodeOptions, findDocker, probe } from '../../scripts/docker.mjs';
import { openEngine } from '../../src/lib/server/sandbox/index.ts';

const run = promisify(execFile);

export interface Daemon {
	/** As DOCKER_HOST. */
	address: string;
	/** Its folder: `data` holds its containers. */
	folder: string;
	/** Name of its network namespace, for `nsenter --net=/run/netns/…`. */
	namespace: string;
	/** Start it again after it was stopped or killed. */
	start(): Promise<void>;
	/** End it; containers go on only where it was told to let them live. */
	stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
	/** Images of another engine, by name. */
	take(from: string, images: string[]): Promise<void>;
	close(): Promise<void>;
}

/** Why this machine cannot have one, or null. */
export function whyNoDaemon(): string | null {
	if (process.platform !== 'linux' || process.getuid?.() !== 0)
		return 'a Docker engine of its own needs root on Linux';
	const missing = ['/usr/sbin/dockerd', '/usr/bin/dockerd', '/usr/local/bin/dockerd'].every(
		(path) => !existsSync(path)
	);
	return missing ? 'there is no dockerd on this machine' : null;
}

let made = 0;

/** `settings` go into its daemon.json besides what keeps it apart. */
export async function openDaemon(settings: object = {}): Promise<Daemon> {
	const namespace = `lwa${process.pid}x${made++}`;
	const folder = await mkdtemp('/var/lib/labwright-attack-');
	await run('chmod', ['711', folder]);
	await run('ip', ['netns', 'add', namespace]);
	await run('ip', ['netns', 'exec', namespace, 'ip', 'link', 'set', 'lo', 'up']);
	const socket = join(folder, 'docker.sock');
	const config = join(folder, 'daemon.json');
	await writeFile(
		config,
		JSON.stringify({
			...{
				'data-root': join(folder, 'data'),
				'exec-root': join(folder, 'exec'),
				pidfile: join(folder, 'pid')
			},
			...{ hosts: [`unix://${socket}`], bip: '10.99.0.1/24', 'cgroup-parent': `/${namespace}`, ...settings }
		})
	);
	const daemon = new OwnDaemon(namespace, folder, config);
	await daemon.start().catch(async (error: Error) => {
		await daemon.close();
		throw error;
	});
	return daemon;
}

const PATIENCE_MILLISECONDS = 60_000;

class OwnDaemon implements Daemon {
	readonly namespace: string;
	readonly folder: string;
	readonly #config: string;
	#process: ChildProcess | null = null;

	constructor(namespace: string, folder: string, config: string) {
		this.namespace = namespace;
		this.folder = folder;
		this.#config = config;
	}

	get address() {
		return `unix://${join(this.folder, 'docker.sock')}`;
	}

	async start() {
		// What a killed one left would keep the next from starting.
		await rm(join(this.folder, 'pid'), { force: true });
		const command = [`--net=/run/netns/${this.namespace}`, 'dockerd', '--config-file', this.#config];
		this.#process = spawn('nsenter', command, { stdio: ['ignore', 'ignore', 'pipe'] });
		let said = '';
		this.#process.stderr?.on('data', (bytes: Buffer) => (said = (said + bytes.toString()).slice(-2000)));
		const end = performance.now() + PATIENCE_MILLISECONDS;
		while ((await probe(this.address)) !== 'answers') {
			if (this.#process.exitCode !== null || performance.now() > end)
				throw new Error(`The engine of its own did not come up:\n${said}`);
			await pause(100);
		}
	}

	async stop(signal: 'SIGTERM' | 'SIGKILL') {
		const ended = new Promise((resolve) => this.#process?.once('exit', resolve));
		if (this.#process?.exitCode !== null) return;
		this.#process.kill(signal);
		await ended;
		if (signal === 'SIGKILL') await this.#killContainerd();
	}

	async take(from: string, images: string[]) {
		const pipe = `docker -H ${from} save ${images.join(' ')} | docker -H ${this.address} load`;
		await run('sh', ['-c', pipe], { timeout: 300_000 });
	}

	async close() {
		await this.stop('SIGTERM');
		await this.#killContainerd();
		for (const line of (await readFile('/proc/mounts', 'utf8')).split('\n').reverse()) {
			const [, path = ''] = line.split(' ');
			if (path.startsWith(this.folder) || path === `/run/netns/${this.namespace}`)
				await run('umount', ['-l', path]).catch(() => {});
		}
		await run('ip', ['netns', 'del', this.namespace]).catch(() => {});
		await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}

	/** The process it keeps its containers in outlives it when it is killed. */
	async #killContainerd() {
		const file = join(this.folder, 'exec', 'containerd', 'containerd.pid');
		const pid = Number(await readFile(file, 'utf8').catch(() => ''));
		if (pid > 0)
			try {
				process.kill(pid, 'SIGKILL');
			} catch {
				// It is gone already.
			}
		await rm(file, { force: true });
	}
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Names of what sandboxes of these images need, as an engine that has made them calls it. */
export async function namesOf(docker: Dockerode, images: string[]): Promise<string[]> {
	const names = ['debian:trixie-slim'];
	for (const image of images)
		names.push(...(await docker.getImage(`labwright/${image}:latest`).inspect()).RepoTags);
	return names;
}

/** An engine of its own with the images of the usual one, made there first if they are missing. */
export async function openFurnished(settings: object = {}): Promise<Daemon> {
	const from = await findDocker(process.env.DOCKER_HOST);
	if (!from) throw new Error('No Docker engine answers, so there are no images to take.');
	const maker = openEngine({
		kind: 'docker',
		address: from,
		containers: resolve('containers'),
		instance: 'maker'
	});
	await maker.prepare(['linux'], () => {});
	await maker.close();
	const daemon = await openDaemon(settings);
	const docker = new Dockerode(dockerodeOptions(from));
	await daemon.take(from, await namesOf(docker, ['base', 'linux', 'toolbox']));
	return daemon;
}
