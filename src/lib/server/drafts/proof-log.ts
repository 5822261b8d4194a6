/**
 * What is kept of a proof beside its version: what it has said, and that it came to its end. A log
 * without an end is that of a proof whose server went away.
 */
import { existsSync } from 'node:fs';
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const LOG_BYTES = 64 * 1024;

/** How a proof that has left no card came out. */
export type Ending = 'interrupted' | 'stopped' | 'ended';

const folderOf = (version: string) => join(version, '.proofs');
export const logOf = (version: string) => join(folderOf(version), 'log');
const markOf = (version: string, ending: Ending) => join(folderOf(version), ending);

export async function begin(version: string): Promise<void> {
	await forget(version);
	await mkdir(folderOf(version), { recursive: true, mode: 0o700 });
	await writeFile(logOf(version), '', { mode: 0o600 });
}

export async function finish(version: string, ending: Ending): Promise<void> {
	if (existsSync(folderOf(version))) await writeFile(markOf(version, ending), '', { mode: 0o600 });
}

export const forget = (version: string) => rm(folderOf(version), { recursive: true, force: true });

/** Null when there was none. */
export function endingOf(version: string): Ending | null {
	if (!existsSync(logOf(version))) return null;
	return (
		(['stopped', 'ended'] as const).find((ending) => existsSync(markOf(version, ending))) ?? 'interrupted'
	);
}

/** What the last proof of a version has said; null when there was none. */
export async function logText(version: string): Promise<string | null> {
	const file = await open(logOf(version)).catch(() => null);
	if (!file) return null;
	try {
		const { bytesRead, buffer } = await file.read(Buffer.alloc(LOG_BYTES), 0, LOG_BYTES, 0);
		return buffer.toString('utf8', 0, bytesRead);
	} finally {
		await file.close();
	}
}
