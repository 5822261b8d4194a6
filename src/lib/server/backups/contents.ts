/** What a backup holds, and in which order. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { DATABASE } from '#lib/server/db/index.ts';

/** The first entry: what this file is. */
export const ABOUT = 'labwright-backup.json';
/** The last one: a file without it was cut off. */
export const SUMS = 'SHA256SUMS';

export const FORMAT = 1;

export const aboutSchema = z.object({
	format: z.number().int(),
	/** Of the program that made it, for people. */
	version: z.string().max(100),
	madeAt: z.iso.datetime()
});

export type About = z.infer<typeof aboutSchema>;

/** Beside the data, not data: the database is copied in its own way, the rest is made anew. */
const LEFT_OUT = new Set([
	DATABASE,
	`${DATABASE}-wal`,
	`${DATABASE}-shm`,
	`${DATABASE}-journal`,
	'dockerd.log'
]);

/** Where what a restore replaced is kept, inside the data folder. */
export const REPLACED = 'replaced-';
export const UNPACKING = '.restoring';

export const isLeftOut = (name: string) =>
	LEFT_OUT.has(name) || name.startsWith(REPLACED) || name.startsWith(UNPACKING);

/** Every file below the data folder that belongs into a backup, but the database; with `/` between folders. */
export async function filesOf(data: string): Promise<string[]> {
	const files: string[] = [];
	const entries = await readdir(data, { withFileTypes: true });
	for (const entry of entries) {
		if (isLeftOut(entry.name)) continue;
		if (entry.isFile()) files.push(entry.name);
		if (!entry.isDirectory()) continue;
		const below = await readdir(join(data, entry.name), { withFileTypes: true, recursive: true });
		for (const file of below)
			if (file.isFile()) files.push(relative(data, join(file.parentPath, file.name)).split(sep).join('/'));
	}
	return files.sort();
}
