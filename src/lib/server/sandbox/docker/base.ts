/**
 * The base of every image, debian:trixie-slim: from a registry, else made from Debian's own
 * packages. Knows nothing of the images that stand on it.
 */
import type Docker from 'dockerode';
import { makeFromPackages } from './base-packages.ts';
import { pullFromRegistry } from './base-registry.ts';
import { DEBIAN } from './image-plan.ts';

/** How long a registry may take to its first answer. */
const REGISTRY_MILLISECONDS = 4000;

/**
 * Bring the base image, and say in `tell` which way it went.
 * @param aptMirror a Debian mirror to use in place of the machine's own
 * @throws a sentence that says what to install when no way is open.
 */
export async function bringBase(
	docker: Docker,
	tell: (text: string) => void,
	aptMirror?: string
): Promise<void> {
	tell('asking a registry for it');
	const refusal = await pullFromRegistry(docker, DEBIAN, tell, REGISTRY_MILLISECONDS);
	if (refusal === null) return tell('it came from a registry');

	tell('no registry answers, so it is made from Debian packages');
	await makeFromPackages(docker, DEBIAN, tell, aptMirror);
	tell('it was made from Debian packages');
}
