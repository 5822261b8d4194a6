/**
 * One command run in a host of nobody's, which is gone afterwards: for what can only be found out from inside,
 * and must not be asked of a learner's host.
 */
import { randomBytes } from 'node:crypto';
import type Dockerode from 'dockerode';
import { DockerOutput } from './frames.ts';
import { ignoreGone } from './objects.ts';
import { hostConfig } from './profile.ts';

export interface Errand {
	docker: Dockerode;
	instance: string;
	/** Id of the image it runs on, and the volume of the toolbox. */
	image: string;
	volume: string;
	/** For the toolbox's shell, as root as hosts have it, without a network. */
	script: string;
	diskMiB: number;
	/** What is asked of the storage driver. */
	storage?: { size: string };
}

const LABEL = 'labwright.errand';
const LOST_SECONDS = 300;
const PATIENCE_MILLISECONDS = 60_000;

/** @returns what it printed. @throws what Docker answers when it cannot be made, and when it takes over a minute. */
export async function runErrand(errand: Errand): Promise<string> {
	const { docker, instance, image, volume, script, diskMiB, storage } = errand;
	await removeLost(docker, instance);
	const bounds = {
		...{ name: 'errand', image: '', user: '0', profile: 'standard' as const, sudo: false, diskMiB },
		...{ memoryMiB: 128, cpus: 0.5, pids: 32, networks: [], env: {}, files: [] }
	};
	const name = `labwright-${instance}-errand-${randomBytes(4).toString('hex')}`;
	try {
		const container = await docker.createContainer({
			name,
			Image: image,
			Labels: { [LABEL]: instance },
			User: '0',
			Entrypoint: ['/.lab/bin/sh', '-c', `export PATH=/.lab/bin; ${script}`],
			Cmd: [],
			HostConfig: { ...hostConfig(bounds, volume), NetworkMode: 'none', StorageOpt: storage }
		});
		await container.start();
		await container.wait({ abortSignal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
		const log = await container.logs({ stdout: true });
		return Buffer.concat(new DockerOutput([1]).push(log)).toString();
	} finally {
		await docker.getContainer(name).remove({ force: true, v: true }).catch(ignoreGone);
	}
}

/** What a server left behind that ended meanwhile. A young one may be another process's, and still at work. */
async function removeLost(docker: Dockerode, instance: string): Promise<void> {
	const filters = { label: [`${LABEL}=${instance}`] };
	for (const { Id, Created } of await docker.listContainers({ all: true, filters }))
		if (Date.now() / 1000 - Created > LOST_SECONDS)
			await docker.getContainer(Id).remove({ force: true, v: true }).catch(ignoreGone);
}
