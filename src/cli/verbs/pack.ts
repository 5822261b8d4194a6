/** `lab pack`: a lab as one file, the same bytes for the same content. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack as tar } from 'tar-stream';
import { loadLab } from '#lib/server/labs/index.ts';
import { findLab, fromHere } from '../folders.ts';
import type { Verb } from '../verb.ts';

/** Times and owners would make two packs of the same lab differ. */
const ANY_TIME = new Date(0);

export const pack: Verb = {
	usage: 'DIR [--out FILE]',
	about: 'Pack a lab into a .tar.gz, named after its version and content.',
	options: { out: { type: 'string' } },
	least: 1,
	async run({ words: [folder = ''], options, paper }) {
		const lab = await findLab(folder);
		const { files } = await loadLab(folder);
		const file = String(options.out ?? `${lab.id}-${lab.version}-${lab.digest.slice(0, 12)}.tar.gz`);
		const archive = tar();
		for (const [name, content] of files)
			archive.entry({ name: `${lab.id}/${name}`, mtime: ANY_TIME }, content);
		archive.finalize();
		await pipeline(archive, createGzip(), createWriteStream(file));
		paper.say(`${fromHere(file)}\nsha256 of the content: ${lab.digest}`);
		return 0;
	}
};
