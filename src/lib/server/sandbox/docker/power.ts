/** Hosts switched off and on. A host that comes back is the one that went: addresses, links, files, deadline. */
import type Dockerode from 'dockerode';
import { giveAddresses, type GivenAddress } from './addresses.ts';
import { breakLinks, type Bridge } from './links.ts';
import { LABELS, objectName } from './objects.ts';
import { mayJoin } from './runtimes.ts';
import type { DockerSandbox } from './sandbox.ts';
import { readTables, writeTables } from './tables.ts';
import { TOOLBOX, toolboxVolume } from './toolbox.ts';

/** Docker waits so long for a host to end by itself; the resident needs less than two. */
const STOP_SECONDS = 4;

export async function switchOff(sandbox: DockerSandbox, host: string, how: 'kill' | 'stop'): Promise<void> {
	const container = sandbox.container(host);
	const { off, paused } = sandbox.book.now;
	// The book first: who looks meanwhile must not take it for dead.
	await sandbox.book.write({ off: add(off, host), paused: without(paused, host) });
	if (paused.includes(host)) await container.unpause().catch(ignoreAlready);
	sandbox.hangUp(host, `${host} was switched off.`);
	await (how === 'kill' ? container.kill() : container.stop({ t: STOP_SECONDS })).catch(ignoreAlready);
}

/** All at once and each to its end, so that a failure leaves none behind half done. */
export async function switchOffAll(sandbox: DockerSandbox): Promise<void> {
	await sandbox.book.write({ parked: true, frozen: false, paused: [] });
	const ended = await Promise.allSettled(
		sandbox.hosts.map(async (host) => {
			await sandbox.container(host).unpause().catch(ignoreAlready);
			sandbox.hangUp(host, `${host} was switched off.`);
			await sandbox.container(host).stop({ t: STOP_SECONDS }).catch(ignoreAlready);
		})
	);
	for (const end of ended) if (end.status === 'rejected') throw end.reason as Error;
}

export async function switchOn(sandbox: DockerSandbox, host: string): Promise<void> {
	const container = sandbox.container(host);
	const { State } = await container.inspect();
	if (!State.Running) {
		const tables = await readTables(container);
		await container.start();
		await weatherHolds(sandbox);
		await addressesHold(sandbox, container);
		await sandbox.greet(host);
		await writeTables(sandbox.resident(host), tables);
	}
	await sandbox.tellEnd(host);
	await sandbox.book.write({ off: without(sandbox.book.now.off, host) });
}

/** The addresses its author gave it, kept as its label. */
export async function addressesHold({ site }: DockerSandbox, container: Dockerode.Container): Promise<void> {
	const { Config, Id } = await container.inspect();
	const addresses = JSON.parse(Config.Labels[LABELS.addresses] ?? '[]') as GivenAddress[];
	if (addresses.length === 0) return;
	if (!mayJoin(Config.Labels[LABELS.isolation]))
		throw new Error('A host with a kernel of its own cannot be given addresses from outside.');
	const image = await site.images.resolve(TOOLBOX);
	const volume = await toolboxVolume(site.docker, image);
	const sandbox = Config.Labels[LABELS.sandbox] ?? '';
	const labels = { [LABELS.errand]: `${site.instance}/${sandbox}` };
	await giveAddresses(site.docker, { id: Id, labels }, { image, volume }, addresses);
}

/** Every network as the book has it: what was broken stays broken for who comes back. */
export async function weatherHolds(sandbox: DockerSandbox, also: string[] = []): Promise<void> {
	const { weather } = sandbox.book.now;
	const broken = [...weather.islands, ...weather.links].map(({ network }) => network);
	for (const network of new Set([...broken, ...also]))
		await breakLinks(await bridgeOf(sandbox, network), weather);
}

async function bridgeOf({ site, name, hosts, container }: DockerSandbox, network: string): Promise<Bridge> {
	const docked = objectName(site.instance, name, network);
	const { Options } = await site.docker.getNetwork(docked).inspect();
	const running = new Map<string, number>();
	for (const host of hosts) {
		const { Config, State, NetworkSettings } = await container(host).inspect();
		if (!mayJoin(Config.Labels[LABELS.isolation])) continue;
		if (State.Pid > 0 && NetworkSettings.Networks[docked]) running.set(host, State.Pid);
	}
	return { network, device: Options?.['com.docker.network.bridge.name'] ?? '', hosts: running };
}

export const add = (list: string[], one: string) => [...new Set([...list, one])];
export const without = (list: string[], one: string) => list.filter((other) => other !== one);

/** 304: it is so already. 409: not running, or not paused. */
export function ignoreAlready(error: unknown) {
	const { statusCode } = error as { statusCode?: number };
	if (statusCode !== 304 && statusCode !== 409 && statusCode !== 500) throw error;
}
