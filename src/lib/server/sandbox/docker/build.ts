/** Makes a sandbox: networks, then hosts with the files in them, then each started in its turn. */
import type { HostSpec, SandboxSpec } from '../index.ts';
import { createHost, type Site } from './host-start.ts';
import { giveAddresses } from './addresses.ts';
import { createNetworks, wishedAddresses } from './networks.ts';
import { LABELS, objectName } from './objects.ts';
import { inOrder, untilReady } from './order.ts';
import { DockerSandbox } from './sandbox.ts';
import { TOOLBOX, toolboxVolume } from './toolbox.ts';

export async function buildSandbox(site: Site, name: string, spec: SandboxSpec): Promise<DockerSandbox> {
	const { docker, images, instance } = site;
	const wished = wishedAddresses(spec);
	await createNetworks(docker, { instance, sandbox: name }, spec);
	const image = await images.resolve(TOOLBOX);
	const toolbox = await toolboxVolume(docker, image);
	const labels = { [LABELS.errand]: `${instance}/${name}` };
	const made = spec.hosts.map(
		async (host) =>
			[host.name, await createHost(site, { sandbox: name, spec, host, toolbox, wished })] as const
	);
	// All of them end before a failure is told, so that what is then taken away stays away.
	await Promise.allSettled(made);
	const ids = new Map(await Promise.all(made));
	const sandbox = new DockerSandbox(docker, name, ids);

	await inOrder(spec.hosts, async (host) => {
		const id = ids.get(host.name) ?? '';
		await docker.getContainer(id).start();
		const addresses = wished
			.filter((one) => one.host === host.name)
			.map(({ network, cidr }) => ({ network: objectName(instance, name, network), cidr }));
		await giveAddresses(docker, { id, labels }, { image, volume: toolbox }, addresses);
		await sandbox.greet(host.name);
		await placeOwners(sandbox, host);
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
