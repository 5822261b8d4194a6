/** The Docker engine as the tool uses it: with sandboxes of its own, apart from any server's. */
import { readConfig } from '#lib/server/config.ts';
import { openEngine, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { findDocker } from '../../scripts/docker.mjs';
import { Complaint } from './verb.ts';

/** `instance` marks whose sandboxes these are. @throws Complaint when no engine answers. */
export async function openDocker(instance: string): Promise<SandboxEngine> {
	const { DOCKER_HOST, CONTAINERS, LABWRIGHT_APT_MIRROR, http_proxy, https_proxy, no_proxy } = readConfig();
	const address = await findDocker(DOCKER_HOST);
	if (!address) throw new Complaint('No Docker engine answers. Start Docker, or name one with DOCKER_HOST.');
	const proxies = Object.entries({ http_proxy, https_proxy, no_proxy }).filter(([, value]) => value);
	return openEngine({
		...{ kind: 'docker', address, containers: CONTAINERS, instance },
		...{ aptMirror: LABWRIGHT_APT_MIRROR, buildArgs: Object.fromEntries(proxies) as Record<string, string> }
	});
}
