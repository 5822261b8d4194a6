/**
 * Blocks and files below folders of this machine, as du counts them. All folders are counted in one go:
 * to start a process holds the server up for a moment, and one for each host would be felt by everybody.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface Usage {
	MiB: number;
	files: number;
}

const PATIENCE_MILLISECONDS = 20_000;
/** A path and a number for each. */
const MOST_BYTES = 16 * 1024 * 1024;

/** By folder; one that cannot be counted in time, or is gone, is left out. */
export async function usageBelow(folders: string[]): Promise<Map<string, Usage>> {
	if (folders.length === 0) return new Map();
	const [sizes, counts] = await Promise.all([count('--block-size=1M', folders), count('--inodes', folders)]);
	const found = new Map<string, Usage>();
	for (const [folder, MiB] of sizes) {
		const files = counts.get(folder);
		if (files !== undefined) found.set(folder, { MiB, files });
	}
	return found;
}

/** What vanishes while it is counted makes du fail, and its answer is right all the same. */
async function count(unit: string, folders: string[]): Promise<Map<string, number>> {
	const limits = { timeout: PATIENCE_MILLISECONDS, maxBuffer: MOST_BYTES };
	const counted = promisify(execFile)('du', ['-sx', unit, '--', ...folders], limits);
	const { stdout } = await counted.catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
	return new Map(
		[...stdout.matchAll(/^(\d+)\t(.+)$/gm)].map(([, number, folder = '']) => [folder, Number(number)])
	);
}
