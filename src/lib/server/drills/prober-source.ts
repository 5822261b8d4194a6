/** The prober's program: a file beside this one in the source, found also from the bundle in build/. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FILE = 'src/lib/server/drills/prober.py';

/** @throws when the source is not there: it goes with every installation, as the migrations do. */
export function readProber(from = import.meta.dirname): string {
	for (let root = from; ; root = dirname(root)) {
		const file = join(root, FILE);
		if (existsSync(file)) return readFileSync(file, 'utf8');
		if (root === dirname(root)) throw new Error(`The file ${FILE} is missing above ${from}: restore it.`);
	}
}
