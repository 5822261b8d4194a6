/** Which of our images the engine has, and when each was built: what is in one is as old as it is. */
import type Docker from 'dockerode';
import type { BuiltImage } from '../health.ts';
import { DEBIAN } from './image-plan.ts';

const OURS = /^labwright\/([a-z0-9][\w.-]*):/;

/** By name, the newest of each; the system that all of them stand on is among them. */
export async function builtImages(docker: Docker): Promise<BuiltImage[]> {
	const newest = new Map<string, BuiltImage>();
	for (const { RepoTags, Created, Size } of await docker.listImages()) {
		const builtAt = new Date(Created * 1000);
		for (const tag of RepoTags ?? []) {
			const name = tag === DEBIAN ? DEBIAN : OURS.exec(tag)?.[1];
			if (name === undefined || (newest.get(name)?.builtAt ?? builtAt) > builtAt) continue;
			newest.set(name, { name, builtAt, mebibytes: Math.round(Size / 1024 ** 2) });
		}
	}
	return [...newest.values()].sort((one, other) => one.name.localeCompare(other.name));
}
