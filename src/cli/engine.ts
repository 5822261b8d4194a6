/** The Docker engine as the tool uses it: with sandboxes of its own, apart from any server's. */
import { readConfig } from '#lib/server/config.ts';
import { dockerOptions } from '#lib/server/docker-options.ts';
import { openEngine, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { findDocker } from '../../scripts/docker.mjs';
import { Complaint } from './verb.ts';

/** `instance` marks whose sandboxes these are. @throws Complaint when no engine answers. */
export async function openDocker(instance: string): Promise<SandboxEngine> {
	const config = readConfig();
	const address = await findDocker(config.DOCKER_HOST);
	if (!address) throw new Complaint('No Docker engine answers. Start Docker, or name one with DOCKER_HOST.');
	return openEngine(dockerOptions(config, { address, instance }));
}
