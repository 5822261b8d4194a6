/** A recording whose last piece was cut off by a power failure is cut back to its last whole line. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { constants, gunzipSync, gzipSync } from 'node:zlib';

/** What a recording may hold: more is not one of ours. */
const LARGEST_TEXT = 64 * 1024 * 1024;

/** Returns how long its text is. */
export function mendCast(file: string): number {
	const bytes = readFileSync(file);
	if (bytes.length === 0) return 0;
	try {
		return gunzipSync(bytes, { maxOutputLength: LARGEST_TEXT }).length;
	} catch {
		const text = wholeLines(bytes);
		writeFileSync(`${file}.new`, text.length > 0 ? gzipSync(text) : '', { mode: 0o600 });
		renameSync(`${file}.new`, file);
		return text.length;
	}
}

function wholeLines(bytes: Buffer): Buffer {
	try {
		const text = gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LARGEST_TEXT });
		return text.subarray(0, text.lastIndexOf('\n') + 1);
	} catch {
		return Buffer.alloc(0);
	}
}
