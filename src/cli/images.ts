/** Whether the images that labs name are there to be built: what nobody else can say before Docker is asked. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '#lib/server/config.ts';
import type { Lab, Problem } from '#lib/server/labs/index.ts';
import { fromHere } from './folders.ts';

/** A name with none of these is a folder of containers/. */
const FROM_ELSEWHERE = /[/:@]/;

/** A warning for each host whose image is in no folder of containers/. */
export async function imageWarnings(labs: Lab[]): Promise<Problem[]> {
	const { CONTAINERS } = readConfig();
	const known = new Set(await readdir(CONTAINERS).catch(() => []));
	const problems: Problem[] = [];
	for (const lab of labs) {
		const names = new Set(lab.hosts.map(({ image }) => image));
		for (const image of names) {
			if (known.has(image) || FROM_ELSEWHERE.test(image)) continue;
			const message = `There is no image ${image} in ${fromHere(CONTAINERS)}. There are the folders in it, and references such as lab/debian.`;
			problems.push({ ...(await placeOf(lab, image)), message, hides: null });
		}
	}
	return problems;
}

async function placeOf({ folder }: Lab, image: string) {
	const path = join(folder, 'lab.yaml');
	const lines = (await readFile(path, 'utf8')).split('\n');
	const index = lines.findIndex((line) => line.includes(`image: ${image}`));
	const column = index < 0 ? 1 : lines[index]!.indexOf(`image: ${image}`) + 1;
	return { file: fromHere(path), line: Math.max(1, index + 1), column };
}
