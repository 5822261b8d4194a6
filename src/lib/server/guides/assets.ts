/** The pictures of a guide, and only those: a lab's folder is full of things learners must not read. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isGuideImage, type Lab } from '#lib/server/labs/index.ts';

export interface Asset {
	bytes: Buffer;
	/** An `image/svg+xml` can hold scripts: serve it with `Content-Security-Policy: sandbox` and `nosniff`. */
	contentType: string;
}

const TYPES: Record<string, string> = {
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webp': 'image/webp',
	'.jpg': 'image/jpeg',
	'.jpeg': 'image/jpeg'
};

/**
 * A picture beside guide.md or below guide/, by its path as it stands in a rendered guide. Null
 * for everything else, links included: the path then names nothing a learner may have.
 */
export async function findAsset(lab: Pick<Lab, 'folder'>, path: string): Promise<Asset | null> {
	const contentType = TYPES[extname(path).toLowerCase()];
	if (!contentType || !isGuideImage(path)) return null;
	try {
		const real = await realpath(join(lab.folder, path));
		if (real !== join(await realpath(lab.folder), path)) return null; // a link somewhere on the way
		return { bytes: await readFile(real), contentType };
	} catch {
		return null;
	}
}
