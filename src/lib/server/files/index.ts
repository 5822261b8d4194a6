/**
 * Files of a learner's hosts: looked at, fetched, brought in and changed from the page.
 *
 * Everything is done inside the host by whoever its terminals belong to, so a file can be reached here
 * exactly when it can be in a terminal. Knows nothing of labs or people: who may ask for which sandbox
 * is settled before.
 */
import { createHash } from 'node:crypto';
import type { ExecResult, Sandbox, Work } from '#lib/server/sandbox/index.ts';
import { HostAway } from '#lib/server/sandbox/index.ts';
import { refused, type Refusal } from '../refusal.ts';
import { t, told } from '#lib/words/index.ts';
import { Pace } from './pace.ts';
import { isPath, MOST_NAMES, readListing, type Listing } from './listing.ts';
import { append, FORGET, LIST, PLACE, READ, SAID } from './scripts.ts';
import { fileName, textIn, withEndings, type Text } from './text.ts';

export type { Entry, Listing } from './listing.ts';
export type { Endings, Text } from './text.ts';
export type Files = ReturnType<typeof openFiles>;

/** What is done to files, and how much of it one run may do. */
export const openFiles = () => ({
	...{ list, read, fetchFile, write, fileName, withEndings },
	pace: new Pace()
});

/** Of a file that is fetched or brought in. */
export const MOST_BYTES = 8 * 1024 * 1024;
/** Of a file that is edited in the page; also what one order to the host carries. */
export const MOST_EDITED = 512 * 1024;

const PIECE = MOST_EDITED;
const SECONDS = 20;

export interface Place {
	sandbox: Pick<Sandbox, 'exec'>;
	host: string;
	path: string;
}

/** What may be there already. */
export type Over = { kind: 'new' } | { kind: 'replace' } | { kind: 'version'; version: string };

/** A folder; home when the path is empty. */
export async function list(place: Place): Promise<Listing | Refusal> {
	if (place.path !== '' && !isPath(place.path)) return noPath();
	const result = await work(place, LIST, [place.path, `${MOST_NAMES}`]);
	if (refused(result)) return result;
	return (
		readListing(result.stdout) ?? { refused: t('The folder changed while it was read. Look at it again.') }
	);
}

/** A text to be edited. */
export async function read(place: Place): Promise<Text | Refusal> {
	const first = await piece(place, 0);
	if (refused(first)) return first;
	if (first.size > MOST_EDITED || first.bytes.length > MOST_EDITED)
		return {
			refused: t('{file} is larger than {size}, too large to be edited here.', {
				file: place.path,
				size: mebibytes(MOST_EDITED)
			})
		};
	return textIn(place.path, first.bytes);
}

/** The bytes of a file as they come out of its host. Cut off by an error when the host stops answering. */
export async function fetchFile(place: Place): Promise<AsyncGenerator<Uint8Array<ArrayBuffer>> | Refusal> {
	const first = await piece(place, 0);
	if (refused(first)) return first;
	if (first.size > MOST_BYTES)
		return {
			refused: t('{file} is larger than {size}, the most that can be fetched.', {
				file: place.path,
				size: mebibytes(MOST_BYTES)
			})
		};
	return pieces(place, first.bytes);
}

async function* pieces(place: Place, first: Buffer): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	let last = first;
	let sent = 0;
	for (let number = 1; ; number++) {
		yield new Uint8Array(last);
		sent += last.length;
		if (last.length < PIECE) return;
		if (sent >= MOST_BYTES) throw new Error('A file grew while it was fetched.');
		const next = await piece(place, number);
		if (refused(next)) throw new Error(next.refused);
		last = next.bytes;
	}
}

/** Bring bytes into a file. What is there keeps its owner and rights. Its version from now on. */
export async function write(
	place: Place,
	bytes: Uint8Array,
	over: Over
): Promise<{ version: string } | Refusal> {
	if (!isPath(place.path) || place.path.endsWith('/')) return noPath();
	if (bytes.length > MOST_BYTES)
		return { refused: t('A file may have {size}; this one is larger.', { size: mebibytes(MOST_BYTES) }) };
	const waiting = await bringIn(place, bytes);
	if (refused(waiting)) return waiting;
	const version = createHash('sha256').update(bytes).digest('hex');
	const how = over.kind === 'version' ? over.version : over.kind;
	const placed = await work(place, PLACE, [place.path, waiting.part, version, how]);
	return refused(placed) ? placed : { version };
}

async function bringIn(place: Place, bytes: Uint8Array): Promise<{ part: string } | Refusal> {
	let part = '';
	for (let from = 0; from === 0 || from < bytes.length; from += PIECE) {
		const result = await work(place, append(bytes.subarray(from, from + PIECE)), [part]);
		if (refused(result)) {
			if (part !== '') await work(place, FORGET, [part]);
			return result;
		}
		part ||= result.stdout;
		if (!/^\/tmp\/\.upload\.[A-Za-z0-9]{6}$/.test(part)) return failed();
	}
	return { part };
}

async function piece(place: Place, number: number): Promise<{ size: number; bytes: Buffer } | Refusal> {
	if (!isPath(place.path)) return noPath();
	const result = await work(place, READ, [place.path, `${number}`, `${PIECE}`]);
	if (refused(result)) return result;
	const [size = '', base64 = ''] = result.stdout.split('\n');
	if (!/^\d{1,18}$/.test(size)) return failed();
	return { size: Number(size), bytes: Buffer.from(base64, 'base64').subarray(0, PIECE) };
}

async function work(place: Place, script: string, args: string[]): Promise<ExecResult | Refusal> {
	const order: Work = { command: ['/.lab/bin/sh'], script, args, user: 'shell', timeoutSeconds: SECONDS };
	try {
		const result = await place.sandbox.exec(place.host, order);
		return result.code === 0 ? result : { refused: inWords(place, result) };
	} catch (error) {
		if (error instanceof HostAway) return { refused: told(error.message) };
		throw error;
	}
}

function inWords({ path, host }: Place, { code, timedOut, stderr }: ExecResult): string {
	if (timedOut)
		return t('{host} took too long over {path}. Is it busy? Try again in a moment.', { host, path });
	switch (code) {
		case SAID.missing:
			return t('There is no {path} on {host}.', { path, host });
		case SAID.otherKind:
			return t(
				'{path} is not what was expected: a folder is no file, and pipes and devices cannot be read here.',
				{ path }
			);
		case SAID.forbidden:
			return t('The user of the terminals on {host} may not do that with {path}.', { host, path });
		case SAID.exists:
			return t('{path} is there already. Tick “Replace what is there” to write over it.', { path });
		case SAID.changed:
			return t('{path} has been changed on {host} since you opened it. Nothing was saved.', { path, host });
		default:
			return /space|quota/i.test(stderr) ? t('The disk of {host} is full.', { host }) : failed().refused;
	}
}

const noPath = (): Refusal => ({ refused: t('A path begins with / and names a file or a folder.') });
const failed = (): Refusal => ({
	refused: t(
		'That did not work on the machine. Look in a terminal whether its disk is full or it is very busy.'
	)
});

const mebibytes = (bytes: number) =>
	bytes < 1 << 20 ? t('{size} KiB', { size: bytes >> 10 }) : t('{size} MiB', { size: bytes >> 20 });
