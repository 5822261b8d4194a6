/** The Docker engine as the settings describe it, for the server and for the author's tool alike. */
import type { Config } from './config.ts';
import type { EngineOptions } from './sandbox/index.ts';

/** `instance` marks whose sandboxes these are. */
export const dockerOptions = (
	config: Config,
	{ address, instance }: { address: string; instance: string }
): EngineOptions => ({
	...{ kind: 'docker', address, instance, containers: config.CONTAINERS, runtimes: config.RUNTIMES },
	internet: { allowed: config.INTERNET_HOSTS },
	...{ aptMirror: config.LABWRIGHT_APT_MIRROR, buildArgs: proxies(config) }
});

/** Programs that run in a build look for proxies under these names. */
const proxies = ({ http_proxy, https_proxy, no_proxy }: Config): Record<string, string> =>
	Object.fromEntries(
		Object.entries({ http_proxy, https_proxy, no_proxy }).flatMap(([name, value]) =>
			value ? [[name, value]] : []
		)
	);
