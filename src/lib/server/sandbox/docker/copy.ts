/**
 * A second sandbox with the disks of a first, for looking at what was handed in without touching it.
 * All hosts stand still while their disks are taken, so that what one wrote and another read fits
 * together. Programs do not come along: they start as after a power cut.
 */
import type Dockerode from 'dockerode';
import type { SandboxSpec } from '../index.ts';
import { buildSandbox } from './build.ts';
import { ignoreGone, LABELS } from './objects.ts';
import { ignoreAlready } from './power.ts';
import type { DockerSandbox } from './sandbox.ts';

export async function copySandbox(
	from: DockerSandbox,
	as: string,
	spec: SandboxSpec
): Promise<DockerSandbox> {
	const disks = await takeDisks(from, as);
	const copy = await buildSandbox(from.site, as, spec, disks);
	await copy.book.write({ kept: true });
	return copy;
}

/** An image of each host's disk, marked as the copy's. */
async function takeDisks(from: DockerSandbox, as: string): Promise<Map<string, string>> {
	const { site, hosts } = from;
	const { frozen, off, paused } = await from.book.read();
	const still = frozen ? [] : hosts.filter((host) => !off.includes(host) && !paused.includes(host));
	try {
		await Promise.all(still.map((host) => from.container(host).pause().catch(ignoreAlready)));
		const taken = hosts.map(async (host) => {
			// What an image inherits from a container says whose it was; now it is the copy's.
			const changes = [`LABEL ${LABELS.copy}=${site.instance}/${as}`, 'LABEL labwright.image=copy'].join(
				'\n'
			);
			const { Id } = (await from.container(host).commit({ pause: false, changes })) as { Id: string };
			return [host, Id] as const;
		});
		await Promise.allSettled(taken);
		return new Map(await Promise.all(taken));
	} finally {
		await Promise.all(still.map((host) => from.container(host).unpause().catch(ignoreAlready)));
	}
}

/** The disks of a copy, once its hosts are gone. One that is still in use goes another time. */
export async function removeDisks(docker: Dockerode, owner: string): Promise<void> {
	const filters = { label: [`${LABELS.copy}=${owner}`] };
	for (const { Id } of await docker.listImages({ filters: filters as object } as object))
		await docker
			.getImage(Id)
			.remove({ force: true, noprune: true } as object)
			.catch(ignoreGone);
}

/** Disks whose copy is not there, because a server ended between taking and using them. */
export async function removeLostDisks(
	docker: Dockerode,
	instance: string,
	there: Set<string>
): Promise<void> {
	const images = await docker.listImages({ filters: { label: [LABELS.copy] } as object } as object);
	const owners = new Set(images.map(({ Labels }) => Labels?.[LABELS.copy] ?? ''));
	for (const owner of owners) {
		const [whose, name = ''] = owner.split('/');
		if (whose === instance && !there.has(name)) await removeDisks(docker, owner);
	}
}
