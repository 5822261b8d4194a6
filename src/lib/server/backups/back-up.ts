/** Making a backup, while the server runs or not. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import tar, { type Pack } from 'tar-stream';
import { copyDb, DATABASE } from '#lib/server/db/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { ABOUT, filesOf, FORMAT, SUMS, type About } from './contents.ts';

export interface BackupToMake {
	/** The data folder. */
	data: string;
	/** Where backups are kept. */
	folder: string;
	/** How many of them; the oldest go once the new one is whole. */
	keep: number;
	/** Of this program. */
	version: string;
}

export interface BackupMade {
	file: string;
	bytes: number;
	/** How many files are in it. */
	files: number;
	/** Names of older ones that were deleted. */
	removed: string[];
}

/** Our own names only: nothing else in that folder is ours to delete. */
const OURS = /^labwright-\d{8}T\d{6}Z\.tar\.gz$/;

export async function backUp({ data, folder, keep, version }: BackupToMake): Promise<BackupMade | Refusal> {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const making = await mkdtemp(join(folder, '.making-'));
	try {
		const database = join(making, DATABASE);
		if (!(await copyDb(data, database))) {
			return {
				refused: `There is nothing to back up: ${data} holds no database. Set DATA to the folder that does.`
			};
		}
		const draft = join(making, 'backup.tar.gz');
		const pack = tar.pack();
		const about: About = { format: FORMAT, version, madeAt: new Date().toISOString() };
		const [, files] = await Promise.all([
			pipeline(pack, createGzip(), createWriteStream(draft, { mode: 0o600, flush: true })),
			fill(pack, { about, database, data }).catch((error: unknown) => {
				pack.destroy(error as Error);
				throw error;
			})
		]);
		const file = join(folder, nameAt(about.madeAt));
		await rename(draft, file);
		return { file, bytes: (await stat(file)).size, files, removed: await removeOld(folder, keep) };
	} finally {
		await rm(making, { recursive: true, force: true });
	}
}

/** `labwright-20260102T030405Z.tar.gz`: sorted by name is sorted by age. */
const nameAt = (moment: string) => `labwright-${moment.replace(/\.\d+|[-:]/g, '')}.tar.gz`;

/** The database first: a file that a row of it names may be gone by then, but none is missing that was there. */
async function fill(pack: Pack, from: { about: About; database: string; data: string }): Promise<number> {
	const sums: string[] = [];
	await addText(pack, ABOUT, `${JSON.stringify(from.about, null, '\t')}\n`, sums);
	await addFile(pack, DATABASE, from.database, sums);
	for (const name of await filesOf(from.data)) await addFile(pack, name, join(from.data, name), sums);
	await addText(pack, SUMS, sums.join(''), []);
	pack.finalize();
	return sums.length - 1;
}

async function addText(pack: Pack, name: string, text: string, sums: string[]): Promise<void> {
	sums.push(sumLine(name, createHash('sha256').update(text).digest('hex')));
	await new Promise<void>((resolve, reject) => {
		pack.entry({ name, mode: 0o600 }, text, (error) => (error ? reject(error) : resolve()));
	});
}

/** As much of the file as there is now: recordings grow while they are copied. */
async function addFile(pack: Pack, name: string, path: string, sums: string[]): Promise<void> {
	const source = await open(path).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return null; // taken away since it was listed
		throw error;
	});
	if (!source) return;
	try {
		const { size, mtime } = await source.stat();
		const entry = pack.entry({ name, size, mtime, mode: 0o600 });
		const hash = createHash('sha256');
		if (size === 0) entry.end(null);
		else await pipeline(source.createReadStream({ end: size - 1, autoClose: false }), hashing(hash), entry);
		sums.push(sumLine(name, hash.digest('hex')));
	} finally {
		await source.close();
	}
}

const hashing = (hash: ReturnType<typeof createHash>) =>
	async function* (chunks: AsyncIterable<Buffer>) {
		for await (const chunk of chunks) {
			hash.update(chunk);
			yield chunk;
		}
	};

/** As `sha256sum` writes and reads them. */
const sumLine = (name: string, digest: string) => `${digest}  ${name}\n`;

async function removeOld(folder: string, keep: number): Promise<string[]> {
	const names = (await readdir(folder)).filter((name) => OURS.test(name)).sort();
	const old = names.slice(0, Math.max(0, names.length - keep));
	for (const name of old) await rm(join(folder, name));
	return old;
}
