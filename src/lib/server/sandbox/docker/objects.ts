/** The things a sandbox is made of, by label and name: how they are marked, found and removed. */
import type Dockerode from 'dockerode';
import { forgetBridges } from './links.ts';

export const LABELS = {
	instance: 'labwright.instance',
	sandbox: 'labwright.sandbox',
	host: 'labwright.host',
	/** How many hosts the sandbox has. */
	size: 'labwright.hosts',
	/** How much a host may write, in MiB. */
	disk: 'labwright.disk',
	/** How far a host is kept apart: `default` shares the machine's kernel and may be joined from outside. */
	isolation: 'labwright.isolation',
	/** Addresses its author gave a host, as JSON: it must get them again at every start. */
	addresses: 'labwright.addresses',
	/** Places of the internet it may reach, with commas between. */
	internet: 'labwright.internet',
	/** When a host ends by itself, in milliseconds since 1970, unless the sandbox was extended. */
	endsAt: 'labwright.ends',
	/** An image that is the disk of a copy's host: `instance/name`. */
	copy: 'labwright.copy',
	/** Something of ours that works for a sandbox for a moment and is no host of it: `instance/name`. */
	errand: 'labwright.errand'
} as const;

export const objectName = (instance: string, sandbox: string, part: string) =>
	`labwright-${instance}-${sandbox}-${part}`;

/** Docker's option for what the kernel calls a network's bridge. */
export const BRIDGE_NAME = 'com.docker.network.bridge.name';

/** Remove every container, network and note of a sandbox. Whatever is gone already is fine. */
export async function removeByName(docker: Dockerode, instance: string, name: string): Promise<void> {
	const filters = { label: [`${LABELS.instance}=${instance}`, `${LABELS.sandbox}=${name}`] };
	const errands = { label: [`${LABELS.errand}=${instance}/${name}`] };
	// Every start looks for what another has left, mostly in vain: all at once, so that it waits once.
	const [hosts, busy, networks, { Volumes }] = await Promise.all([
		docker.listContainers({ all: true, filters }),
		docker.listContainers({ all: true, filters: errands }),
		docker.listNetworks({ filters }),
		docker.listVolumes({ filters } as object)
	]);
	await Promise.all(
		[...hosts, ...busy].map(({ Id }) =>
			docker.getContainer(Id).remove({ force: true, v: true }).catch(ignoreGone)
		)
	);
	await Promise.all(networks.map(({ Id }) => docker.getNetwork(Id).remove().catch(ignoreGone)));
	await forgetBridges(
		networks.flatMap(({ Options }) => (Options as Record<string, string>)[BRIDGE_NAME] ?? [])
	);
	await Promise.all((Volumes ?? []).map(({ Name }) => docker.getVolume(Name).remove().catch(ignoreGone)));
}

/** 404: not there. 409: somebody else is removing it right now. */
export function ignoreGone(error: unknown) {
	const { statusCode } = error as { statusCode?: number };
	if (statusCode !== 404 && statusCode !== 409) throw error;
}
