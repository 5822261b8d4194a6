/**
 * Networks of a sandbox: bridges without a way out, named so that one set of firewall rules holds
 * for all of them (firewall.ts).
 *
 * Two bridges of one machine cannot have the same subnet, but every learner of a lab shall find the
 * addresses its guide names. So the bridge always has a small subnet of ours, and the addresses an
 * author asked for are given to the hosts besides, where only their own bridge sees them.
 */
import { createHash } from 'node:crypto';
import type Dockerode from 'dockerode';
import type { SandboxSpec } from '../index.ts';
import { BRIDGE_NAME, LABELS, objectName } from './objects.ts';
import { readRoutes } from './routes.ts';
import { addressesIn, freeSubnet, prefixOf } from './subnets.ts';

export const BRIDGE_PREFIX = 'lw';

/** Others may take the subnet we have just found free. */
const ATTEMPTS = 8;

export interface NetworkOrder {
	name: string;
	labels: Record<string, string>;
	/** How many hosts it must have addresses for. */
	hosts: number;
	/** Subnets that must not be taken though no bridge has them. */
	avoid: string[];
}

/** Make one network, and return its subnet. @throws a sentence when no subnet can be had. */
export async function createNetwork(docker: Dockerode, order: NetworkOrder): Promise<string> {
	const isolated = await canIsolate(docker);
	for (let attempt = 1; ; attempt++) {
		const subnet = freeSubnet(order.hosts, [...order.avoid, ...(await taken(docker))]);
		try {
			await docker.createNetwork({
				Name: order.name,
				CheckDuplicate: true,
				Driver: 'bridge',
				Internal: true,
				Labels: order.labels,
				IPAM: { Driver: 'default', Config: [{ Subnet: subnet }] },
				Options: {
					[BRIDGE_NAME]: bridgeName(order.name),
					...(isolated ? { 'com.docker.network.bridge.gateway_mode_ipv4': 'isolated' } : {})
				}
			});
			return subnet;
		} catch (error) {
			if (attempt === ATTEMPTS || !/overlap/i.test((error as Error).message)) throw error;
		}
	}
}

/** Addresses on the bridges themselves, by network and host: fixed, so that a restarted host is found again. */
export type BridgeAddresses = Map<string, Map<string, string>>;

export async function createNetworks(
	docker: Dockerode,
	about: { instance: string; sandbox: string },
	{ networks, hosts }: SandboxSpec
): Promise<BridgeAddresses> {
	const avoid = networks.flatMap(({ subnet }) => subnet ?? []);
	const addresses: BridgeAddresses = new Map();
	for (const { name } of networks) {
		const there = hosts.filter((host) => host.networks.some((network) => network.name === name));
		const subnet = await createNetwork(docker, {
			name: objectName(about.instance, about.sandbox, name),
			labels: { [LABELS.instance]: about.instance, [LABELS.sandbox]: about.sandbox },
			hosts: there.length,
			avoid
		});
		addresses.set(
			name,
			addressesIn(
				subnet,
				there.map((host) => ({ name: host.name, ipv4: null }))
			)
		);
	}
	return addresses;
}

/** At most 15 characters, which is what Linux allows. */
const bridgeName = (network: string) =>
	`${BRIDGE_PREFIX}${createHash('sha256').update(network).digest('hex').slice(0, 12)}`;

/** Subnets of every network of Docker's, and all that this machine, if Docker runs here, reaches elsewhere. */
async function taken(docker: Dockerode): Promise<string[]> {
	const networks = await docker.listNetworks();
	const docked = networks.flatMap(({ IPAM }) => (IPAM?.Config ?? []).flatMap(({ Subnet }) => Subnet ?? []));
	const routes = (await readRoutes()).map(({ to }) => to).filter((to) => to !== '0.0.0.0/0');
	return [...docked, ...routes];
}

/** From Docker 28 on, an internal bridge can go without an address of its own. */
async function canIsolate(docker: Dockerode): Promise<boolean> {
	const { Version } = await docker.version();
	return Number(Version.split('.')[0]) >= 28;
}

/** An author's address for one host on one network. */
export interface WishedAddress {
	host: string;
	network: string;
	/** With the prefix of the subnet: 10.77.0.10/24. */
	cidr: string;
}

/** Every address that authors' subnets give. @throws a sentence when they do not fit. */
export function wishedAddresses({ networks, hosts }: SandboxSpec): WishedAddress[] {
	return networks.flatMap(({ name, subnet }) => {
		const there = hosts.flatMap((host) =>
			host.networks.filter((network) => network.name === name).map(({ ipv4 }) => ({ name: host.name, ipv4 }))
		);
		const fixed = there.find(({ ipv4 }) => ipv4 !== null);
		if (!subnet && fixed)
			throw new Error(`${fixed.name} asks for ${fixed.ipv4}, but the network ${name} has no subnet.`);
		if (!subnet) return [];
		return [...addressesIn(subnet, there)].map(([host, ipv4]) => ({
			...{ host, network: name },
			cidr: `${ipv4}/${prefixOf(subnet)}`
		}));
	});
}
