/**
 * Which images a draft may use: those with a folder in containers/, which the operator has put there.
 * A reference to somewhere else would have the engine run whatever a stranger has published.
 */
import { readdir } from 'node:fs/promises';
import type { Lab, Problem } from '#lib/server/labs/index.ts';

/** Mounted into every host: it is no image of one. */
const TOOLBOX = 'toolbox';

/** A problem for each image that is not here. */
export async function missingImages(lab: Lab, containers: string): Promise<Problem[]> {
	const entries = await readdir(containers, { withFileTypes: true }).catch(() => []);
	const names = entries.filter((entry) => entry.isDirectory() && entry.name !== TOOLBOX);
	const here = new Set(names.map(({ name }) => name));
	const hosts = [...lab.hosts, ...(lab.grader ? [lab.grader] : [])];
	const wanted = new Set(hosts.map(({ image }) => image));
	return [...wanted.difference(here)].map((image) => ({
		...{ file: 'lab.yaml', line: 1, column: 1, hides: 'lab' },
		message: `The image \`${image}\` is not on this platform. A lab that is brought along may use: ${shown(here)}. Take one of these, or ask the operator to put yours into containers/.`
	}));
}

const shown = (here: Set<string>) =>
	[...here]
		.map((name) => `\`${name}\``)
		.toSorted()
		.join(', ') || 'none';
