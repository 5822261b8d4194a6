/** Makes a sandbox: networks, then hosts, then the files in them; all marked before they run. */
import type Dockerode from 'dockerode';
import { pack } from 'tar-stream';
import type { HostSpec, SandboxSpec } from '../index.ts';
import type { Images } from './images.ts';
import { LABELS, objectName } from './objects.ts';
import { hostConfig } from './profile.ts';
import { DockerSandbox } from './sandbox.ts';
import { TOOLBOX, toolboxVolume } from './toolbox.ts';

export interface Site {
	docker: Dockerode;
	images: Images;
	instance: string;
}

export async function buildSandbox(site: Site, name: string, spec: SandboxSpec): Promise<DockerSandbox> {
	for (const network of spec.networks) await createNetwork(site, name, network);
	const toolbox = await toolboxVolume(site.docker, await site.images.resolve(TOOLBOX));
	const ids = await Promise.all(
		spec.hosts.map(async (host) => [host.name, await startHost(site, { name, spec, host, toolbox })] as const)
	);
	const sandbox = new DockerSandbox(site.docker, name, new Map(ids));
	await sandbox.greet();
	for (const host of spec.hosts) await placeOwners(sandbox, host);
	return sandbox;
}

async function createNetwork(
	{ docker, instance }: Site,
	sandbox: string,
	network: SandboxSpec['networks'][0]
) {
	await docker.createNetwork({
		Name: objectName(instance, sandbox, network.name),
		CheckDuplicate: true,
		Driver: 'bridge',
		Internal: true,
		Labels: { [LABELS.instance]: instance, [LABELS.sandbox]: sandbox },
		...(network.subnet ? { IPAM: { Driver: 'default', Config: [{ Subnet: network.subnet }] } } : {})
	});
}

interface Order {
	name: string;
	spec: SandboxSpec;
	host: HostSpec;
	toolbox: string;
}

async function startHost(site: Site, order: Order): Promise<string> {
	const { docker, images, instance } = site;
	const { name, spec, host, toolbox } = order;
	const image = await images.resolve(host.image);
	const { Config } = await docker.getImage(image).inspect();
	const [first, ...others] = host.networks;
	const endpoint = (network: HostSpec['networks'][0]): Dockerode.EndpointSettings => ({
		Aliases: [host.name],
		...(network.ipv4 ? { IPAMConfig: { IPv4Address: network.ipv4 } } : {})
	});
	const networkName = (network: HostSpec['networks'][0]) => objectName(instance, name, network.name);

	const container = await docker.createContainer({
		name: objectName(instance, name, host.name),
		Image: image,
		Hostname: host.name,
		// The resident needs to be root to become the learner; a strict host has no root at all.
		User: host.profile === 'strict' ? host.user : '0',
		Entrypoint: ['/.lab/resident', 'init', host.user, `${spec.lifetimeSeconds}`],
		Cmd: service(Config),
		Env: Object.entries(host.env).map(([key, value]) => `${key}=${value}`),
		WorkingDir: '/',
		Labels: {
			...spec.labels,
			[LABELS.instance]: instance,
			[LABELS.sandbox]: name,
			[LABELS.host]: host.name,
			[LABELS.size]: `${spec.hosts.length}`
		},
		HostConfig: { ...hostConfig(host, toolbox), NetworkMode: first ? networkName(first) : 'none' },
		NetworkingConfig: first ? { EndpointsConfig: { [networkName(first)]: endpoint(first) } } : undefined
	});
	for (const network of others) {
		await docker
			.getNetwork(networkName(network))
			.connect({ Container: container.id, EndpointConfig: endpoint(network) });
	}
	await placeFiles(container, host.files);
	await container.start();
	return container.id;
}

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

/** Names of owners mean something only inside the host. */
async function placeOwners(sandbox: DockerSandbox, host: HostSpec) {
	for (const { to, owner } of host.files.filter(({ owner }) => owner !== 'root')) {
		const { code, stderr } = await sandbox.exec(host.name, { command: ['chown', `${owner}:`, to] });
		if (code !== 0)
			throw new Error(`The file ${to} on ${host.name} cannot belong to ${owner}: ${stderr.trim()}`);
	}
}
