/** A backup's file, unpacked and compared with its checksums. Whoever made it may wish us ill. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import type { Refusal } from '#lib/server/refusal.ts';
import { ABOUT, aboutSchema, FORMAT, isLeftOut, SUMS, type About } from './contents.ts';
import { DATABASE } from '#lib/server/db/index.ts';

const TEXT_MAX = 64 * 1024 * 1024;

/** Folders and names as we write them: no way up, nothing absolute, nothing odd. */
const NAME = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^/\\\0]+(?:\/[^/\\\0]+)*$/;

/** Unpack into the empty folder `to`. */
export async function unpack(file: string, to: string): Promise<About | Refusal> {
	const seen = new Map<string, string>();
	const extract = tar.extract();
	const reading = pipeline(createReadStream(file), createGunzip(), extract);
	reading.catch(() => undefined); // heard below, after what was found in the part that could be read
	try {
		const about = await readAll(extract as AsyncIterable<unknown> as Entries, to, seen);
		if ('refused' in about) extract.destroy();
		else await reading; // its end too must be a gzip's
		return about;
	} catch (error) {
		extract.destroy();
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'EACCES')
			return { refused: `${file} cannot be read. Name a file that npm run backup made.` };
		if (code?.startsWith('Z_') || /tar|Unexpected end/i.test((error as Error).message)) {
			return { refused: `${file} is no backup of Labwright, or was cut off. Nothing was changed.` };
		}
		throw error;
	}
}

type Bytes = AsyncIterable<Buffer>;
type Entries = AsyncIterable<Bytes & { header: { name: string; type?: string | null } }>;

async function readAll(entries: Entries, to: string, seen: Map<string, string>): Promise<About | Refusal> {
	let about: About | Refusal | null = null;
	let sums: string | null = null;
	for await (const entry of entries) {
		const { name } = entry.header;
		if (about === null) {
			about = name === ABOUT ? readAbout(await keepText(entry, name, seen)) : NO_BACKUP;
			if ('refused' in about) return about;
		} else if (name === SUMS) sums = await keepText(entry, name, seen);
		else if (isOdd(entry.header) || seen.has(name)) {
			return { refused: `The backup holds something that no backup does: ${name}. Nothing was changed.` };
		} else seen.set(name, await keepFile(entry, join(to, name)));
	}
	return about === null ? NO_BACKUP : (differs(seen, sums) ?? about);
}

const isOdd = ({ name, type }: { name: string; type?: string | null }) =>
	type !== 'file' || !NAME.test(name) || (isLeftOut(name) && name !== DATABASE);

const NO_BACKUP: Refusal = {
	refused: 'This is no backup of Labwright. Name a file that npm run backup made.'
};

function readAbout(text: string): About | Refusal {
	const read = aboutSchema.safeParse(parsed(text));
	if (!read.success) return NO_BACKUP;
	if (read.data.format === FORMAT) return read.data;
	return {
		refused: `This backup was made by Labwright ${read.data.version}, which writes them in another way. Restore it with that version.`
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** What is not as it was written down; null when everything is. */
function differs(seen: Map<string, string>, sums: string | null): Refusal | null {
	if (sums === null) return { refused: 'The backup was cut off: its end is missing. Nothing was changed.' };
	const written = new Map(
		sums
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => [line.slice(66), line.slice(0, 64)])
	);
	seen.delete(SUMS);
	for (const name of new Set([...written.keys(), ...seen.keys()])) {
		if (written.get(name) !== seen.get(name)) {
			return { refused: `The backup is damaged: ${name} is not what was saved. Nothing was changed.` };
		}
	}
	return seen.has(DATABASE) ? null : { refused: 'The backup holds no database. Nothing was changed.' };
}

async function keepText(entry: Bytes, name: string, seen: Map<string, string>): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of entry) {
		size += chunk.length;
		if (size > TEXT_MAX) throw new Error(`${name} in the backup is too long to be one of ours.`);
		chunks.push(chunk);
	}
	const text = Buffer.concat(chunks);
	seen.set(name, createHash('sha256').update(text).digest('hex'));
	return text.toString('utf8');
}

/** Only its owner may read it, whatever the archive says. */
async function keepFile(entry: Bytes, path: string): Promise<string> {
	const hash = createHash('sha256');
	await mkdir(dirname(path), { recursive: true, mode: 0o700 });
	await pipeline(
		entry,
		async function* (chunks: AsyncIterable<Buffer>) {
			for await (const chunk of chunks) {
				hash.update(chunk);
				yield chunk;
			}
		},
		createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
	);
	return hash.digest('hex');
}
