/**
 * In which order courses and tracks stand: labs/catalogue.yaml names what comes first, the rest
 * follows by the names of folders and files.
 */
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { readCatalogueFile } from './course-files.ts';
import type { Findings } from './findings.ts';
import { suggestion } from './spelling.ts';

export const CATALOGUE_FILE = 'catalogue.yaml';

interface Named {
	id: string;
}

/** The same courses and tracks, put in order. A name that is not there is a finding, and is passed over. */
export async function inOrder<C extends Named, T extends Named>(
	root: string,
	found: { courses: C[]; tracks: T[] },
	findings: Findings
): Promise<{ courses: C[]; tracks: T[] }> {
	if (!(await lstat(join(root, CATALOGUE_FILE)).catch(() => null))) return found;
	const read = await readCatalogueFile(root, CATALOGUE_FILE, findings);
	if (!read) return found;
	const { written, yaml } = read;
	const sorted = <N extends Named>(key: 'courses' | 'tracks', things: N[]): N[] => {
		for (const [index, id] of written[key].entries()) {
			if (things.some((thing) => thing.id === id)) continue;
			const near = suggestion(
				id,
				things.map((thing) => thing.id)
			);
			findings.warning(
				yaml.at([key, index]),
				`There is no ${key.slice(0, -1)} \`${id}\`, or it is broken.${near}`
			);
		}
		const rank = ({ id }: Named) => (written[key].includes(id) ? written[key].indexOf(id) : Infinity);
		return things.toSorted((a, b) => rank(a) - rank(b) || 0);
	};
	return { courses: sorted('courses', found.courses), tracks: sorted('tracks', found.tracks) };
}
