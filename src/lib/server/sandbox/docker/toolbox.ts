/**
 * The toolbox: the resident and a static busybox, as a read-only volume that every host mounts at
 * /.lab. It is directly below the root because there a learner who is root can neither rename nor
 * cover it. A volume, not a folder of this machine, so that a remote engine works the same.
 */
import type Dockerode from 'dockerode';

/** The folder in containers/ it is built from. */
export const TOOLBOX = 'toolbox';

/** Name of the volume that holds the toolbox of this image; made when it is not there. */
export async function toolboxVolume(docker: Dockerode, image: string): Promise<string> {
	const name = `labwright-toolbox-${image.replace('sha256:', '').slice(0, 12)}`;
	const there = await docker
		.getVolume(name)
		.inspect()
		.then(
			() => true,
			() => false
		);
	if (!there) await fill(docker, image, name);
	return name;
}

/** Docker copies what an image has at a mount point into a volume that is empty. */
async function fill(docker: Dockerode, image: string, volume: string) {
	const carrier = await docker.createContainer({
		Image: image,
		Labels: { 'labwright.toolbox': volume },
		HostConfig: {
			NetworkMode: 'none',
			Mounts: [{ Type: 'volume', Source: volume, Target: '/.lab' }]
		} as object
	});
	await carrier.remove({ force: true });
}
