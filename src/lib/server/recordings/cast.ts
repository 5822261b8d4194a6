/** Reading an asciicast from disk, with the marks of its run put where they belong. */
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, gunzip } from 'node:zlib';
import type { Mark } from './marks.ts';

const LARGEST_TEXT = 64 * 1024 * 1024;
const AFTERWARDS_SECONDS = 60;

/** Null when there is no file. What a crash has cut off at the end is left out. */
export async function readCast(file: string, startedAt: number, marks: Mark[]): Promise<string | null> {
	const bytes = await readFile(file).catch(() => null);
	if (bytes === null || bytes.length === 0) return null;
	const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LARGEST_TEXT };
	const text = (await promisify(gunzip)(bytes, options)).toString('utf8');
	return withMarks(text.slice(0, text.lastIndexOf('\n') + 1), startedAt, marks);
}

/** `marks` in the order of time. */
export function withMarks(cast: string, startedAt: number, marks: Mark[]): string {
	const waiting = marks.map(({ at, kind, text }) => {
		const seconds = Math.max(0, (at.getTime() - startedAt) / 1000);
		return { seconds, line: JSON.stringify([seconds, 'm', `${kind}: ${text}`]) };
	});
	const lines: string[] = [];
	let now = 0;
	for (const line of cast.trimEnd().split('\n')) {
		now = secondsOf(line) ?? now;
		const due = waiting.findIndex(({ seconds }) => seconds >= now);
		lines.push(...waiting.splice(0, due < 0 ? waiting.length : due).map((mark) => mark.line), line);
	}
	// What befell the machines long after this shell had ended is no part of it.
	const soon = waiting.filter(({ seconds }) => seconds <= now + AFTERWARDS_SECONDS);
	return `${[...lines, ...soon.map(({ line }) => line)].join('\n')}\n`;
}

/** Null for the head, which has no time. */
const secondsOf = (line: string): number | null => {
	const seconds = /^\[([\d.]+)/.exec(line)?.[1];
	return seconds === undefined ? null : Number(seconds);
};
