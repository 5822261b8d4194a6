/** A folder's names out of what the host has printed: hostile text, bounded and checked piece by piece. */

export interface Entry {
	name: string;
	/** `link`: to something that is no folder. */
	kind: 'folder' | 'file' | 'link' | 'other';
	size: number;
	/** Milliseconds since 1970. */
	changed: number;
	/** Its name is no text, so it cannot be asked for from here. */
	odd: boolean;
}

export interface Listing {
	/** Absolute, with all links followed. */
	path: string;
	entries: Entry[];
	/** There are more names than are listed. */
	more: boolean;
}

export const MOST_ENTRIES = 500;
/** Bytes of names that are read at all. */
export const MOST_NAMES = 64 * 1024;

const FOLDER = 0o040000;
const FILE = 0o100000;
const LINK = 0o120000;

/** Null when the host printed something else. */
export function readListing(printed: string): Listing | null {
	const [path, names, folders, ...facts] = printed.split('\n');
	if (path === undefined || names === undefined || folders === undefined) return null;
	const where = fromBase64(path).toString('utf8');
	if (!isPath(where)) return null;
	const bytes = fromBase64(names);
	const all = split(bytes);
	const toFolders = new Set(split(fromBase64(folders)).map((name) => name.toString('latin1')));
	const cut = bytes.length >= MOST_NAMES;
	const entries = all.slice(0, MOST_ENTRIES).map((name, index) => {
		const [mode = '', size = '', seconds = ''] = (facts[index] ?? '').split(' ');
		return entry(name, {
			mode: Number.parseInt(mode, 16) || 0,
			size: whole(size),
			seconds: whole(seconds),
			toFolder: toFolders.has(name.toString('latin1'))
		});
	});
	// A name that came or went between two looks would put its facts on its neighbour.
	if (!cut && facts.filter((line) => line !== '').length !== all.length) return null;
	return { path: where, entries: entries.sort(inOrder), more: cut || all.length > MOST_ENTRIES };
}

interface Facts {
	mode: number;
	size: number;
	seconds: number;
	toFolder: boolean;
}

function entry(bytes: Buffer, { mode, size, seconds, toFolder }: Facts): Entry {
	const plain = bytes.subarray(bytes.subarray(0, 2).toString() === './' ? 2 : 0);
	const name = plain.toString('utf8');
	return {
		name: visible(name),
		kind: toFolder ? 'folder' : kindOf(mode),
		...{ size, changed: seconds * 1000 },
		odd: !Buffer.from(visible(name)).equals(plain)
	};
}

function kindOf(mode: number): Entry['kind'] {
	const kind = mode & 0o170000;
	if (kind === FOLDER) return 'folder';
	if (kind === FILE) return 'file';
	return kind === LINK ? 'link' : 'other';
}

/** Control characters, and those that turn the direction of text, would make one name look like another. */
const visible = (name: string) =>
	// eslint-disable-next-line no-control-regex
	name.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '\ufffd');

const fromBase64 = (text: string) => Buffer.from(text.slice(0, 2 * MOST_NAMES), 'base64');

function split(bytes: Buffer): Buffer[] {
	const names: Buffer[] = [];
	for (let from = 0, to; (to = bytes.indexOf(0, from)) >= 0; from = to + 1)
		names.push(bytes.subarray(from, to));
	return names;
}

const whole = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : 0);

const inOrder = (one: Entry, other: Entry) =>
	Number(other.kind === 'folder') - Number(one.kind === 'folder') ||
	one.name.localeCompare(other.name, 'en', { numeric: true });

/** An absolute path that can be handed on. */
export const isPath = (path: string) =>
	path.startsWith('/') && !path.includes('\0') && Buffer.byteLength(path) <= 4000;
