/**
 * A screen on disk, so that it outlives the server: the picture, its size, and how much the shell
 * had printed when it was taken. With that number the shell's own memory is joined to it seamlessly.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { WindowSize } from '#lib/server/sandbox/index.ts';

export interface KeptScreen {
	size: WindowSize;
	/** Bytes the shell had printed until then. */
	printed: number;
	picture: string;
}

const LARGEST_FILE = 4 * 1024 * 1024;

/** Whole or not at all, whenever the process is killed. False when it is too large to be kept. */
export function keepScreen(file: string, { size, printed, picture }: KeptScreen): boolean {
	if (picture.length > LARGEST_FILE) return false;
	const head = JSON.stringify({ version: 1, ...size, printed });
	writeFileSync(`${file}.new`, `${head}\n${picture}`, { mode: 0o600 });
	renameSync(`${file}.new`, file);
	return true;
}

/** Null when there is none, or none that can be read. */
export function findScreen(file: string): KeptScreen | null {
	try {
		const text = readFileSync(file, 'utf8');
		const end = text.indexOf('\n');
		const { version, cols, rows, printed } = JSON.parse(text.slice(0, end)) as Record<string, unknown>;
		const isOurs = version === 1 && [cols, rows, printed].every(Number.isSafeInteger);
		if (!isOurs) return null;
		return {
			size: { cols: cols as number, rows: rows as number },
			printed: printed as number,
			picture: text.slice(end + 1)
		};
	} catch {
		return null;
	}
}

export function forgetScreen(file: string): void {
	rmSync(file, { force: true });
	rmSync(`${file}.new`, { force: true });
}
