/** Makes a sandbox: networks, then hosts with the files in them, then each started in its turn. */
import type { HostSpec, SandboxSpec } from '../index.ts';
import { createHost } from './host-start.ts';
import { createNetworks, wishedAddresses } from './networks.ts';
import { inOrder, untilReady } from './order.ts';
import { addressesHold } from './power.ts';
import { DockerSandbox, type Site } from './sandbox.ts';
import { TOOLBOX, toolboxVolume } from './toolbox.ts';

/** `disks`: images that stand for the hosts' own, each a copy of somebody's disk. */
export async function buildSandbox(
	site: Site,
	name: string,
	spec: SandboxSpec,
	disks: ReadonlyMap<string, string> = new Map()
): Promise<DockerSandbox> {
	const { docker, images, instance } = site;
	const wished = wishedAddresses(spec);
	const addresses = await createNetworks(docker, { instance, sandbox: name }, spec);
	const toolbox = await toolboxVolume(docker, await images.resolve(TOOLBOX));
	const made = spec.hosts.map(async (host) => {
		const disk = disks.get(host.name) ?? null;
		const order = { sandbox: name, spec, host, toolbox, wished, addresses, disk };
		return [host.name, { id: await createHost(site, order), internet: host.internet ?? [] }] as const;
	});
	// All of them end before a failure is told, so that what is then taken away stays away.
	await Promise.allSettled(made);
	const sandbox = new DockerSandbox(site, name, new Map(await Promise.all(made)), true);

	await inOrder(spec.hosts, async (host) => {
		const container = sandbox.container(host.name);
		await container.start();
		await addressesHold(sandbox, container);
		await sandbox.greet(host.name);
		if (disks.size === 0) await placeOwners(sandbox, host);
		await untilReady(sandbox, host);
	});
	return sandbox;
}

/** Names of owners mean something only inside the host. */
async function placeOwners(sandbox: DockerSandbox, host: HostSpec) {
	for (const { to, owner } of host.files.filter(({ owner }) => owner !== 'root')) {
		const { code, stderr } = await sandbox.exec(host.name, { command: ['chown', `${owner}:`, to] });
		if (code !== 0)
			throw new Error(`The file ${to} on ${host.name} cannot belong to ${owner}: ${stderr.trim()}`);
	}
}
