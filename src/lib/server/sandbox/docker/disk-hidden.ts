/**
 * Disk that is taken by files which are deleted but still held, by a descriptor or a mapping. No
 * folder lists them, so du does not see them; the processes that hold them do not hide.
 */
import { readdir, readlink, stat } from 'node:fs/promises';

/** Not on disk: these count as memory. */
const MEMORY = /^\/(memfd:|SYSV|dev\/|\[)/;

/** What the processes of this machine with these numbers hide, in MiB. Needs to be root. */
export async function hiddenMiB(pids: number[]): Promise<number> {
	const files = new Map<string, number>();
	for (const pid of pids) {
		for (const held of ['fd', 'map_files']) {
			const folder = `/proc/${pid}/${held}`;
			for (const name of await readdir(folder).catch(() => []))
				await weigh(`${folder}/${name}`, files).catch(() => {}); // processes end while we look
		}
	}
	return [...files.values()].reduce((sum, bytes) => sum + bytes, 0) / 1024 ** 2;
}

async function weigh(link: string, files: Map<string, number>): Promise<void> {
	const path = await readlink(link);
	if (!path.endsWith(' (deleted)') || MEMORY.test(path)) return;
	const { dev, ino, blocks } = await stat(link);
	files.set(`${dev}/${ino}`, blocks * 512);
}
