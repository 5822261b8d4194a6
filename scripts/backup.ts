/** `npm run backup`: the data folder as one file, while the server runs or not. */
import { resolve } from 'node:path';
import { backUp } from '../src/lib/server/backups/index.ts';
import { readConfig } from '../src/lib/server/config.ts';
import about from '../package.json' with { type: 'json' };

try {
	const { DATA, BACKUPS, BACKUPS_KEEP } = readConfig();
	const folder = resolve(process.argv[2] ?? BACKUPS);
	const made = await backUp({ data: DATA, folder, keep: BACKUPS_KEEP, version: about.version });
	if ('refused' in made) throw new Error(made.refused);
	const size = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 }).format(
		made.bytes / 1024 / 1024
	);
	console.log(`Backed up: ${made.file} (${size} MiB, ${made.files} ${made.files === 1 ? 'file' : 'files'})`);
	if (made.removed.length > 0) console.log(`Deleted as too old: ${made.removed.join(', ')}`);
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}
