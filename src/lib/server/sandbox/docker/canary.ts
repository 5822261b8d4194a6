/**
 * The canary: a host on a network of its own, sent ahead of learners to try every way out. What
 * rules are in place is one thing, what really is closed another; only the second counts here.
 *
 * An address is closed when nothing at all comes back: that nobody listens is an answer, too.
 */
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { randomBytes } from 'node:crypto';
import type Dockerode from 'dockerode';
import { hostConfig } from './profile.ts';
import { createNetwork } from './networks.ts';
import { DockerOutput } from './frames.ts';
import { ignoreGone } from './objects.ts';
import { readRoutes } from './routes.ts';
import { addressesIn } from './subnets.ts';

export interface Probe {
	/** What was tried, for the operator: "the bridge's own address, 10.100.0.1". */
	what: string;
	open: boolean;
}

export interface Canary {
	at: Date;
	probes: Probe[];
	/** Bounds as its own control group has them. */
	memoryMiB: number | null;
	pids: number | null;
}

export interface Site {
	docker: Dockerode;
	instance: string;
	/** The engine runs on this machine. */
	local: boolean;
	/** Id of the toolbox's image, and the volume. */
	image: string;
	volume: string;
}

const LABEL = 'labwright.canary';
/** Its flight takes seconds. */
const LOST_MILLISECONDS = 120_000;
const ADDRESSES_TRIED = 8;
export const CANARY = { memoryMiB: 48, pids: 64 };
const METADATA = '169.254.169.254';
/** Nobody has this name: only a resolver outside can say so. */
const NOBODY = 'labwright-canary.invalid';

interface Target {
	what: string;
	address: string;
	port: number;
}

/** Send it, wait for what it found, take it away. @throws when it could not be sent. */
export async function sendCanary(site: Site): Promise<Canary> {
	const { docker, instance } = site;
	await removeLostCanaries(site);
	const name = `labwright-${instance}-canary-${randomBytes(4).toString('hex')}`;
	const listener = site.local ? await listen() : null;
	try {
		const subnet = await createNetwork(docker, { name, labels: { [LABEL]: instance }, hosts: 1, avoid: [] });
		const targets = await targetsOf(site, name, listener?.port ?? 22);
		return read(await fly(site, { name, subnet }, targets), targets);
	} finally {
		listener?.close();
		await docker.getContainer(name).remove({ force: true, v: true }).catch(ignoreGone);
		await docker.getNetwork(name).remove().catch(ignoreGone);
	}
}

/** Something that surely answers on every address of this machine. */
async function listen(): Promise<{ port: number; close(): void }> {
	const server = createServer((socket) => socket.on('error', () => {}).end('open\n'));
	await new Promise<void>((resolve, reject) => server.on('error', reject).listen(0, '0.0.0.0', resolve));
	const address = server.address();
	return { port: typeof address === 'object' ? (address?.port ?? 0) : 0, close: () => void server.close() };
}

async function targetsOf({ docker, local }: Site, network: string, port: number): Promise<Target[]> {
	const { IPAM } = await docker.getNetwork(network).inspect();
	const gateway = gatewayOf(IPAM?.Config?.[0]);
	const own = local
		? Object.values(networkInterfaces())
				.flatMap((list) => list ?? [])
				.filter(({ family, internal, address }) => family === 'IPv4' && !internal && address !== gateway)
		: [];
	const router = local ? (await readRoutes()).find(({ to }) => to === '0.0.0.0/0')?.via : null;
	return [
		{ what: 'the bridge’s own address', address: gateway, port },
		...own
			.slice(0, ADDRESSES_TRIED)
			.map(({ address }) => ({ what: 'another address of this machine', address, port })),
		{ what: 'the cloud’s metadata', address: METADATA, port: 80 },
		...(router ? [{ what: 'the router outside', address: router, port: 53 }] : [])
	];
}

/** The bridge's address; where Docker gives it none, the one it would have. */
function gatewayOf(config: { Gateway?: string; Subnet?: string } = {}): string {
	const { Gateway, Subnet = '' } = config;
	return Gateway ?? Subnet.replace(/(\d+)\/\d+$/, (_, last: string) => `${Number(last) + 1}`);
}

/** Everything at once, and every line of the answer says what it is about. */
const FLIGHT = `
export PATH=/.lab/bin
at=0
while [ $# -gt 0 ]; do
	( nc -w 1 "$1" "$2" </dev/null >/tmp/$at 2>&1; echo "probe $at $? $(tr '\\n' ' ' </tmp/$at)" ) &
	at=$((at + 1)); shift 2
done
( echo "dns $(timeout 2 nslookup ${NOBODY} 127.0.0.11 2>&1 | tr '\\n' ' ')" ) &
wait
echo "memory $(cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null)"
echo "pids $(cat /sys/fs/cgroup/pids.max /sys/fs/cgroup/pids/pids.max 2>/dev/null)"`;

async function fly(
	{ docker, instance, image, volume }: Site,
	{ name, subnet }: { name: string; subnet: string },
	targets: Target[]
): Promise<string> {
	// An address such as hosts have: where a bridge has none of its own (Docker 28), the engine would give
	// the bridge's to the first who comes, and the canary would reach itself there.
	const IPv4Address = addressesIn(subnet, [{ name: 'canary', ipv4: null }]).get('canary');
	const bounds = {
		...{
			name: 'canary',
			image: '',
			user: '0',
			profile: 'standard' as const,
			sudo: false,
			cpus: 0.5,
			diskMiB: 16
		},
		...{ ...CANARY, networks: [{ name, ipv4: null }], env: {}, files: [] }
	};
	const container = await docker.createContainer({
		name,
		Image: image,
		Labels: { [LABEL]: instance },
		Entrypoint: ['/.lab/bin/sh', '-c', FLIGHT, 'canary'],
		Cmd: targets.flatMap(({ address, port }) => [address, `${port}`]),
		HostConfig: { ...hostConfig(bounds, volume), NetworkMode: name, Tmpfs: { '/tmp': 'size=1m' } },
		NetworkingConfig: { EndpointsConfig: { [name]: { IPAMConfig: { IPv4Address } } } }
	});
	await container.start();
	await container.wait({ abortSignal: AbortSignal.timeout(15_000) });
	const log = await container.logs({ stdout: true, stderr: true });
	return Buffer.concat(new DockerOutput([1, 2]).push(log)).toString();
}

function read(said: string, targets: Target[]): Canary {
	const line = (start: string) => new RegExp(`^${start} (.*)$`, 'm').exec(said)?.[1];
	const probes = targets.map(({ what, address }, at) => {
		const answer = line(`probe ${at}`);
		if (answer === undefined)
			throw new Error(`The canary came back without an answer: ${said.slice(0, 300)}`);
		return { what: `${what}, ${address}`, open: answer.startsWith('0') || /refused/i.test(answer) };
	});
	const dns = {
		what: 'names of the outside, by the resolver',
		open: /NXDOMAIN|can't find .*: No answer/i.test(line('dns') ?? '')
	};
	const memory = Number(line('memory'));
	const pids = Number(line('pids'));
	return {
		at: new Date(),
		probes: [...probes, dns],
		memoryMiB: Number.isFinite(memory) ? Math.round(memory / 1024 ** 2) : null,
		pids: Number.isFinite(pids) ? pids : null
	};
}

/** What a server left behind that ended meanwhile. A young one may be another process's, and still on its way. */
async function removeLostCanaries({ docker, instance }: Site): Promise<void> {
	const filters = { label: [`${LABEL}=${instance}`] };
	const isLost = (since: number) => Date.now() - since > LOST_MILLISECONDS;
	for (const { Id, Created } of await docker.listContainers({ all: true, filters }))
		if (isLost(Created * 1000))
			await docker.getContainer(Id).remove({ force: true, v: true }).catch(ignoreGone);
	for (const { Id, Created } of await docker.listNetworks({ filters }))
		if (isLost(Date.parse(Created ?? ''))) await docker.getNetwork(Id).remove().catch(ignoreGone);
}
