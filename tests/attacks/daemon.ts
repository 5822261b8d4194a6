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

/** What a machine has that sandboxes must not reach: an address outside, and a cloud's metadata. */
const SURROUNDINGS = `ip link set lo up
ip addr add 169.254.169.254/32 dev lo
ip link add up0 type veth peer name up1
ip addr add 192.0.2.10/24 dev up0
ip link set up0 up; ip link set up1 up`;

/** A network namespace like a small machine's. Whoever opens it closes it. */
export async function openNamespace(): Promise<{ name: string; close(): Promise<void> }> {
	const name = `lwa${process.pid}x${made++}`;
	await run('ip', ['netns', 'add', name]);
	await run('nsenter', [`--net=/run/netns/${name}`, 'sh', '-ec', SURROUNDINGS]);
	return {
		name,
		close: () =>
			run('ip', ['netns', 'del', name]).then(
				() => {},
				() => {}
			)
	};
}

/** Users that only an engine's own root file system knows, for remapping: it sees these lines, nobody else does. */
const REMAPPED = 'nobody:500000:65536\nnogroup:500000:65536\n';
export const REMAP = { 'userns-remap': 'nobody:nogroup' };

/**
 * `settings` go into its daemon.json besides what keeps it apart; `within` is a network namespace that is
 * there already.
 */
export async function openDaemon(settings: object = {}, within?: string): Promise<Daemon> {
	const own = within ? null : await openNamespace();
	const namespace = within ?? own?.name ?? '';
	const folder = await mkdtemp('/var/lib/labwright-attack-');
	await run('chmod', ['711', folder]);
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
	await writeFile(join(folder, 'subids'), REMAPPED);
	const daemon = new OwnDaemon(namespace, folder, config, own?.close);
	await daemon.start().catch(async (error: Error) => {
		await daemon.close();
		throw error;
	});
	return daemon;
}

const PATIENCE_MILLISECONDS = 60_000;
const SUBIDS = 'mount --bind "$0" /etc/subuid && mount --bind "$0" /etc/subgid && exec "$@"';

class OwnDaemon implements Daemon {
	readonly namespace: string;
	readonly folder: string;
	readonly #config: string;
	#process: ChildProcess | null = null;

	readonly #leave: () => Promise<void>;

	constructor(namespace: string, folder: string, config: string, leave = async () => {}) {
		this.#leave = leave;
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
		const net = `--net=/run/netns/${this.namespace}`;
		const command = ['dockerd', '--config-file', this.#config];
		const remapped = (await readFile(this.#config, 'utf8')).includes('userns-remap');
		const apart = remapped ? ['unshare', '--mount', 'sh', '-c', SUBIDS, join(this.folder, 'subids')] : [];
		this.#process = spawn('nsenter', [net, ...apart, ...command], { stdio: ['ignore', 'ignore', 'pipe'] });
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
			if (path.startsWith(this.folder)) await run('umount', ['-l', path]).catch(() => {});
		}
		await this.#leave();
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

/** Names of what sandboxes of these images need: all an engine has, for `latest` may be another checkout's. */
export async function namesOf(docker: Dockerode, images: string[]): Promise<string[]> {
	const names = ['debian:trixie-slim'];
	for (const image of images) {
		const found = await docker.listImages({ filters: { reference: [`labwright/${image}`] } });
		names.push(
			...found.flatMap(({ RepoTags }) => RepoTags ?? []).filter((name) => !name.endsWith(':<none>'))
		);
	}
	return names;
}

/** An engine of its own with the images of the usual one, made there first if they are missing. */
export async function openFurnished(settings: object = {}, within?: string): Promise<Daemon> {
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
	const daemon = await openDaemon(settings, within);
	const docker = new Dockerode(dockerodeOptions(from));
	await daemon.take(from, await namesOf(docker, ['base', 'linux', 'toolbox']));
	return daemon;
}
