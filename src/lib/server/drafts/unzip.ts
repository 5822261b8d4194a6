/**
 * Unpacks a zip that a stranger made. Everything it says about itself is looked at before a byte is
 * written, and what it said is held against what comes out. Entries are streamed to the disk one by
 * one, so memory holds the zip and a few blocks, whatever it claims to hold.
 *
 * Knows nothing of labs.
 */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type LocalFileHeader, type ZipFile } from 'yauzl';
import { t } from '#lib/words/index.ts';
import type { Refusal } from '../refusal.ts';
import { refusalOf, Unfit } from './unfit.ts';
import { isLeftBehind, readName, SeenNames, type ZipName } from './zip-names.ts';

/** A lab may have 2,000 files; folders are entries as well. */
const ENTRIES_MAX = 4000;
const MIB = 1024 * 1024;
const FILE_MAX = 10 * MIB;
const ALL_MAX = 50 * MIB;
/** Text shrinks to a tenth, and a log to a fiftieth. What shrinks further was made to swell. */
const RATIO_MAX = 200;
const RATIO_FROM = MIB;

const [STORED, DEFLATED] = [0, 8];
const ENCRYPTED = 0x1 | 0x40 | 0x2000;
/** Sizes stand behind the data, and are zeros before it. */
const SIZES_FOLLOW = 0x8;
const [KIND, FILE, FOLDER] = [0o170000, 0o100000, 0o040000];

interface Item extends ZipName {
	entry: Entry;
}

/** Into a folder that is there and empty; when it is refused, what is in it is nobody's. */
export async function unzip(zip: Buffer, into: string): Promise<Refusal | null> {
	try {
		const file = await opened(zip);
		const items = await listed(file);
		for (const item of items) if (!isLeftBehind(item.path)) await unpack(file, item, into);
		return null;
	} catch (error) {
		return refusalOf(error);
	}
}

async function opened(zip: Buffer): Promise<ZipFile> {
	// Names are ours to judge, so they are left as they are.
	const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false };
	const file = await fromBufferPromise(zip, options).catch(unreadable);
	if (file.entryCount > ENTRIES_MAX)
		throw new Unfit(
			t('This zip has {count} entries. A lab’s zip has at most {most}.', {
				count: file.entryCount,
				most: ENTRIES_MAX
			})
		);
	return file;
}

/** Every entry, once all of them are known to be harmless. */
async function listed(file: ZipFile): Promise<Item[]> {
	const items: Item[] = [];
	const names = new SeenNames();
	const places: Place[] = [];
	let bytes = 0;
	for (const entry of await entriesOf(file)) {
		const name = readName(entry.fileNameRaw);
		names.add(name);
		requireHarmless(name, entry);
		bytes += entry.uncompressedSize;
		if (bytes > ALL_MAX)
			throw new Unfit(t('Unpacked, this zip is larger than the 50 MiB that a lab may have.'));
		places.push(await placeOf(file, name, entry));
		items.push({ ...name, entry });
	}
	requireApart(places);
	return items;
}

async function entriesOf(file: ZipFile): Promise<Entry[]> {
	const entries: Entry[] = [];
	const done = Promise.withResolvers<void>();
	file.on('error', done.reject).on('end', done.resolve);
	file.on('entry', (entry: Entry) => {
		entries.push(entry);
		file.readEntry();
	});
	file.readEntry();
	await done.promise.catch(unreadable);
	return entries;
}

function requireHarmless({ path, isFolder }: ZipName, entry: Entry): void {
	if (entry.generalPurposeBitFlag & ENCRYPTED)
		throw new Unfit(t('{path} is encrypted. Pack the lab without a password.', { path }));
	if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
		throw new Unfit(
			t('{path} is compressed in a way that is not read here. Pack with “deflate”, as zip does.', { path })
		);
	requireKind({ path, isFolder }, (entry.externalFileAttributes >>> 16) & KIND);
	const { compressedSize, uncompressedSize } = entry;
	if (isFolder && uncompressedSize > 0)
		throw new Unfit(t('{path} is a folder with content. Pack the lab anew.', { path }));
	requireSize(path, uncompressedSize, compressedSize);
}

function requireKind({ path, isFolder }: ZipName, kind: number): void {
	if (kind === 0o120000)
		throw new Unfit(t('{path} is a symbolic link. Put the file itself in its place.', { path }));
	if (kind !== 0 && kind !== (isFolder ? FOLDER : FILE))
		throw new Unfit(t('{path} is neither a file nor a folder. Nothing else may be in a lab.', { path }));
}

function requireSize(path: string, unpacked: number, packed: number): void {
	if (unpacked > FILE_MAX)
		throw new Unfit(t('{path} is larger than the 10 MiB that a file may have.', { path }));
	if (unpacked > RATIO_FROM && unpacked > packed * RATIO_MAX)
		throw new Unfit(
			t('{path} swells to more than {times} times its size. Such a file is not unpacked here.', {
				path,
				times: RATIO_MAX
			})
		);
}

interface Place {
	path: string;
	from: number;
	to: number;
}

/** Where an entry lies, if what stands there tells the same as the list at the end. */
async function placeOf(file: ZipFile, { path }: ZipName, entry: Entry): Promise<Place> {
	const header = await file.readLocalFileHeaderPromise(entry).catch(unreadable);
	if (!isSame(header, entry))
		throw new Unfit(t('This zip tells two different things about {path}. Pack the lab anew.', { path }));
	return { path, from: entry.relativeOffsetOfLocalHeader, to: header.fileDataStart + entry.compressedSize };
}

function isSame(header: LocalFileHeader, entry: Entry): boolean {
	const sizes = [
		[header.compressedSize, entry.compressedSize],
		[header.uncompressedSize, entry.uncompressedSize]
	];
	const follow = (header.generalPurposeBitFlag & SIZES_FOLLOW) !== 0;
	const agree = sizes.every(([here, listed]) => here === listed || (follow && here === 0));
	return (
		agree &&
		header.fileName.equals(entry.fileNameRaw) &&
		header.compressionMethod === entry.compressionMethod &&
		(header.generalPurposeBitFlag & ENCRYPTED) === 0
	);
}

/** Entries that share their bytes make a small zip hold a flood. */
function requireApart(places: Place[]): void {
	const sorted = places.toSorted((one, other) => one.from - other.from);
	sorted.forEach(({ path, from }, index) => {
		const before = sorted[index - 1];
		if (before && before.to > from)
			throw new Unfit(
				t('{one} and {other} share their bytes in this zip. Pack the lab anew.', {
					one: before.path,
					other: path
				})
			);
	});
}

async function unpack(file: ZipFile, { path, isFolder, entry }: Item, into: string): Promise<void> {
	const to = join(into, path);
	await mkdir(isFolder ? to : dirname(to), { recursive: true, mode: 0o700 });
	if (isFolder) return;
	const said = new Held(path, entry);
	const content = await file.openReadStreamPromise(entry).catch(unreadable);
	const written = createWriteStream(to, { flags: 'wx', mode: 0o600 });
	await pipeline(content, said, written).catch((error: NodeJS.ErrnoException) => {
		// What the disk says has a code of the system's; what the zip says has none, or zlib's.
		if (error instanceof Unfit || error.syscall) throw error;
		throw new Unfit(t('{path} is not what the zip says of it, or is damaged. Pack the lab anew.', { path }));
	});
}

/** Passes on what an entry holds, and no byte more than was said; its sum must be right in the end. */
class Held extends Transform {
	#left: number;
	#sum = 0;
	readonly #path: string;
	readonly #expected: number;

	constructor(path: string, { uncompressedSize, crc32: sum }: Entry) {
		super();
		this.#path = path;
		this.#left = uncompressedSize;
		this.#expected = sum;
	}

	override _transform(
		chunk: Buffer,
		_encoding: string,
		passOn: (error: Error | null, chunk?: Buffer) => void
	) {
		this.#left -= chunk.length;
		this.#sum = crc32(chunk, this.#sum);
		if (this.#left < 0)
			passOn(
				new Unfit(t('{path} holds more than the zip says. It is not unpacked here.', { path: this.#path }))
			);
		else passOn(null, chunk);
	}

	override _flush(end: (error: Error | null) => void) {
		const whole = this.#left === 0 && this.#sum === this.#expected;
		end(
			whole
				? null
				: new Unfit(t('{path} is damaged: its checksum is wrong. Pack the lab anew.', { path: this.#path }))
		);
	}
}

function unreadable(error: unknown): never {
	throw new Unfit(
		t('This is not a zip that can be read ({error}).', { error: (error as Error).message.slice(0, 150) }),
		{
			cause: error
		}
	);
}
