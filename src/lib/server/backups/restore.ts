/**
 * Restoring: everything is unpacked and proven beside the data before anything is touched, and what
 * was there is moved aside, not deleted.
 */
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DATABASE, holdDb, provenDb, strangeTo } from '#lib/server/db/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import type { About } from './contents.ts';
import { isLeftOut, REPLACED, UNPACKING } from './contents.ts';
import { unpack } from './unpack.ts';

export interface RestoreToDo {
	/** The backup. */
	file: string;
	/** The data folder that becomes what the backup holds. */
	data: string;
}

export interface RestoreDone extends About {
	/** Where what was there is now; null when there was nothing. */
	replaced: string | null;
}

export async function restore({ file, data }: RestoreToDo): Promise<RestoreDone | Refusal> {
	await mkdir(data, { recursive: true, mode: 0o700 });
	const release = holdDb(data);
	if (!release) {
		return {
			refused: 'A server runs on this data folder, or a program has its database open. Stop it, then restore.'
		};
	}
	const unpacked = await mkdtemp(join(data, UNPACKING));
	try {
		const about = await unpack(file, unpacked);
		if ('refused' in about) return about;
		const strange = strangeTo(join(unpacked, DATABASE));
		if (strange) return { refused: `${strange} Nothing was changed.` };
		provenDb(unpacked);
		const replaced = await moveAside(data);
		for (const name of await readdir(unpacked)) await rename(join(unpacked, name), join(data, name));
		return { ...about, replaced };
	} finally {
		release();
		await rm(unpacked, { recursive: true, force: true });
	}
}

/** What a restore replaces, and what belongs to the database that is replaced. */
async function moveAside(data: string): Promise<string | null> {
	const names = (await readdir(data)).filter((name) => name.startsWith(DATABASE) || !isLeftOut(name));
	if (names.length === 0) return null;
	const aside = join(data, `${REPLACED}${new Date().toISOString().replace(/\.\d+|[-:]/g, '')}`);
	await mkdir(aside, { mode: 0o700 });
	for (const name of names) await rename(join(data, name), join(aside, name));
	return aside;
}
