/** Removes what an image's newer version has made useless. */
import type Docker from 'dockerode';

/** Remove the older images of this name that no container uses. What cannot be removed stays. */
export async function removeStale(docker: Docker, name: string, current: string): Promise<void> {
	const filters = { label: [`labwright.image=${name}`] };
	const [images, containers] = await Promise.all([
		docker.listImages({ filters }),
		docker.listContainers({ all: true })
	]);
	const used = new Set(containers.map(({ ImageID }) => ImageID));
	for (const { Id, RepoTags } of images) {
		const old = (RepoTags ?? []).filter((tag) => tag.startsWith(`labwright/${name}:`));
		if (used.has(Id) || old.includes(current)) continue;
		for (const tag of old)
			await docker
				.getImage(tag)
				.remove()
				.catch(() => {});
	}
}
