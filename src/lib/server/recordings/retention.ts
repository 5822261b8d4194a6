/** How long recordings stay, and how much room they may take. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asc, inArray, lt } from 'drizzle-orm';
import { recordings, type Db } from '#lib/server/db/index.ts';

export interface Retention {
	db: Db;
	folder: string;
	days: number;
	mebibytes: number;
}

const DAY = 86_400_000;
const ENDING = '.cast.gz';

export const fileOf = (folder: string, id: number) => join(folder, `${id}${ENDING}`);

/** The file first: a row whose file is missing says so, a file without a row says nothing. */
export async function drop({ db, folder }: Pick<Retention, 'db' | 'folder'>, ids: number[]): Promise<void> {
	for (const id of ids) await rm(fileOf(folder, id), { force: true });
	if (ids.length > 0) db.delete(recordings).where(inArray(recordings.id, ids)).run();
}

export async function tooOld(retention: Retention): Promise<void> {
	const { db, days } = retention;
	const before = new Date(Date.now() - days * DAY);
	const old = db.select({ id: recordings.id }).from(recordings).where(lt(recordings.startedAt, before)).all();
	await drop(
		retention,
		old.map(({ id }) => id)
	);
	await dropOrphans(retention);
	await drop(retention, await beyond(retention));
}

/** Of a person whose account is gone, or of a row that never came to be. */
async function dropOrphans({ db, folder }: Retention): Promise<void> {
	const files = (await readdir(folder)).filter((name) => name.endsWith(ENDING));
	const known = new Set(
		db
			.select({ id: recordings.id })
			.from(recordings)
			.all()
			.map(({ id }) => id)
	);
	for (const name of files)
		if (!known.has(Number(name.slice(0, -ENDING.length)))) await rm(join(folder, name), { force: true });
}

/** The oldest ones that must go so that the others have room. */
async function beyond({ db, folder, mebibytes }: Retention): Promise<number[]> {
	const rows = db.select({ id: recordings.id }).from(recordings).orderBy(asc(recordings.id)).all();
	const sizes = await Promise.all(
		rows.map(async ({ id }) => ({
			id,
			size: await stat(fileOf(folder, id)).then(
				({ size }) => size,
				() => 0
			)
		}))
	);
	let left = sizes.reduce((sum, { size }) => sum + size, 0);
	const gone: number[] = [];
	for (const { id, size } of sizes) {
		if (left <= mebibytes * 1024 * 1024) break;
		left -= size;
		gone.push(id);
	}
	return gone;
}
