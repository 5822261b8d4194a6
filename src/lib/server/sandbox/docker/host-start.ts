/** One host of a sandbox: its container, made with all it may and may not, and checked to have it so. */
import { randomBytes } from 'node:crypto';
import type Dockerode from 'dockerode';
import { pack } from 'tar-stream';
import { type HostSpec, type SandboxSpec } from '../index.ts';
import { requireBounds } from './bounds.ts';
import type { BridgeAddresses, WishedAddress } from './networks.ts';
import { LABELS, objectName } from './objects.ts';
import { hostConfig } from './profile.ts';
import { diskOption } from './quota.ts';
import type { Site } from './sandbox.ts';

export interface HostOrder {
	sandbox: string;
	spec: SandboxSpec;
	host: HostSpec;
	/** Volume of the toolbox. */
	toolbox: string;
	wished: WishedAddress[];
	addresses: BridgeAddresses;
	/** Id of an image that stands for the host's own: a copy of somebody's disk. */
	disk: string | null;
}

/** Make a host, not yet running. Returns its container's id. @throws when it would be without its bounds. */
export async function createHost(site: Site, order: HostOrder): Promise<string> {
	const { docker, images, instance } = site;
	const { sandbox, spec, host, toolbox } = order;
	const image = await images.resolve(host.image);
	const { Config } = await docker.getImage(image).inspect();
	const [first, ...others] = host.networks;
	// Docker tells every host on a network the names of all others, and cannot be asked not to.
	const called = host.unnamed ? randomBytes(8).toString('hex') : host.name;
	const networkName = (network: { name: string }) => objectName(instance, sandbox, network.name);
	const endpoint = ({ name }: { name: string }) => ({
		Aliases: [called],
		IPAMConfig: { IPv4Address: order.addresses.get(name)?.get(host.name) }
	});
	const given = order.wished
		.filter((one) => one.host === host.name)
		.map(({ network, cidr }) => ({ network: networkName({ name: network }), cidr }));

	const container = await docker.createContainer({
		name: objectName(instance, sandbox, called),
		Image: order.disk ?? image,
		Hostname: called,
		// The resident needs to be root to become the learner; a strict host has no root at all.
		User: host.profile === 'strict' ? host.user : '0',
		Entrypoint: ['/.lab/resident', 'init', host.user, `${spec.lifetimeSeconds}`],
		Cmd: service(Config),
		Env: Object.entries(host.env).map(([key, value]) => `${key}=${value}`),
		WorkingDir: '/',
		Labels: labelsOf(site, order, given),
		HostConfig: {
			...hostConfig(host, toolbox),
			Runtime: site.runtimes[host.isolation ?? 'default'],
			StorageOpt: await diskOf(site, order.disk ?? image, host),
			NetworkMode: first ? networkName(first) : 'none',
			ExtraHosts: namesOf(
				host,
				order.wished.filter((one) => one.host === host.name || !unnamed(spec, one.host))
			)
		},
		NetworkingConfig: first ? { EndpointsConfig: { [networkName(first)]: endpoint(first) } } : undefined
	});
	for (const network of others) {
		await docker
			.getNetwork(networkName(network))
			.connect({ Container: container.id, EndpointConfig: endpoint(network) });
	}
	await requireBounds(container, host);
	if (!order.disk) await placeFiles(container, host.files);
	return container.id;
}

/** Its disk as the storage driver bounds it; undefined where that does not, and it is only watched. */
async function diskOf({ docker, quota }: Site, image: string, { diskMiB }: HostSpec) {
	const found = await quota();
	if (!found.kept) return undefined;
	const { Size } = await docker.getImage(image).inspect();
	return diskOption(found.driver, Size, diskMiB);
}

/** What finds it again, and what of its order must be known when it is found. */
function labelsOf(
	{ instance }: Site,
	{ sandbox, spec, host }: HostOrder,
	given: object[]
): Record<string, string> {
	return {
		...spec.labels,
		[LABELS.instance]: instance,
		[LABELS.sandbox]: sandbox,
		[LABELS.host]: host.name,
		[LABELS.size]: `${spec.hosts.length}`,
		[LABELS.disk]: `${host.diskMiB}`,
		[LABELS.isolation]: host.isolation ?? 'default',
		[LABELS.endsAt]: `${Date.now() + spec.lifetimeSeconds * 1000}`,
		[LABELS.addresses]: JSON.stringify(given),
		...(host.internet?.length ? { [LABELS.internet]: host.internet.join(',') } : {})
	};
}

const unnamed = ({ hosts }: SandboxSpec, name: string) =>
	hosts.some((host) => host.name === name && host.unnamed);

/** Hosts with an address of their author's choice are found at it, and at no other first. */
const namesOf = ({ networks }: HostSpec, wished: WishedAddress[]) =>
	wished
		.filter(({ network }) => networks.some(({ name }) => name === network))
		.map(({ host, cidr }) => `${host}:${cidr.split('/')[0]}`);

/** The image's own command is the host's service, unless it is only a shell. */
function service({ Entrypoint, Cmd }: { Entrypoint?: string | string[]; Cmd?: string[] }): string[] {
	const words = [Entrypoint ?? [], Cmd ?? []].flat();
	const onlyShell = words.length === 1 && /^(\/bin\/|\/usr\/bin\/)?(ba|da)?sh$/.test(words[0] ?? '');
	return onlyShell ? [] : words;
}

async function placeFiles(container: Dockerode.Container, files: HostSpec['files']) {
	if (files.length === 0) return;
	const archive = pack();
	for (const { to, content, mode } of files) {
		archive.entry({ name: to.replace(/^\/+/, ''), mode: parseInt(mode, 8) }, content);
	}
	archive.finalize();
	await container.putArchive(archive as unknown as NodeJS.ReadableStream, { path: '/' });
}
