/**
 * Which images stand on which: read from the FROM lines of the Dockerfiles in containers/.
 * Knows nothing of Docker.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The one image that is not made from a folder of ours; base.ts brings it. */
export const DEBIAN = 'debian:trixie-slim';

const OURS = /^labwright\/([a-z0-9][a-z0-9._-]*)(:latest)?$/;

const FROM = /^(\s*FROM\s+(?:--\S+\s+)*)(\S+)/i;
const COPY_FROM = /^(\s*COPY\s+(?:--\S+\s+)*?--from=)(\S+)/i;

/** The images a Dockerfile needs before it can be built: names of ours, and DEBIAN. */
export function standsOn(dockerfile: string): string[] {
	const names = dockerfile.split('\n').flatMap((line) => {
		const reference = (FROM.exec(line) ?? COPY_FROM.exec(line))?.[2];
		if (reference === undefined) return [];
		return reference === DEBIAN ? [DEBIAN] : (OURS.exec(reference)?.[1] ?? []);
	});
	return [...new Set(names)];
}

/** The image whose files are the ground of the last stage; null when that begins with nothing. */
export function groundOf(dockerfile: string): string | null {
	const last = dockerfile.split('\n').findLast((line) => FROM.test(line));
	return last === undefined ? null : (standsOn(last)[0] ?? null);
}

/** The same Dockerfile, with each image of ours named by the tag that `tagOf` gives it. */
export const pin = (dockerfile: string, tagOf: (name: string) => string): string =>
	dockerfile
		.split('\n')
		.map((line) => {
			const found = FROM.exec(line) ?? COPY_FROM.exec(line);
			const name = OURS.exec(found?.[2] ?? '')?.[1];
			return found && name ? `${found[1]}${tagOf(name)}${line.slice(found[0].length)}` : line;
		})
		.join('\n');

/**
 * These images and all they stand on, each after what it needs.
 * @throws a sentence when a folder is missing or two images need each other.
 */
export async function buildOrder(folder: string, names: string[]): Promise<string[]> {
	const order: string[] = [];
	const visit = async (name: string, path: string[]): Promise<void> => {
		if (order.includes(name)) return;
		if (path.includes(name)) {
			throw new Error(
				`Images must not need each other: ${[...path.slice(path.indexOf(name)), name].join(' → ')}.`
			);
		}
		const needs = name === DEBIAN ? [] : standsOn(await readDockerfile(folder, name));
		for (const need of needs) await visit(need, [...path, name]);
		order.push(name);
	};
	for (const name of names) await visit(name, []);
	return order;
}

/** @throws a sentence when there is no such image. */
export async function readDockerfile(folder: string, name: string): Promise<string> {
	const missing = `There is no image "${name}": containers/${name}/Dockerfile does not exist.`;
	if (!OURS.test(`labwright/${name}`)) throw new Error(missing);
	return readFile(join(folder, name, 'Dockerfile'), 'utf8').catch(() => {
		throw new Error(missing);
	});
}
