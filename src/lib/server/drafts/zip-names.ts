/**
 * Names inside a zip that a stranger made. Each must mean one file below the folder it is unpacked
 * into, the same on every file system, and nothing else.
 */
import { t } from '#lib/words/index.ts';
import { Unfit } from './unfit.ts';

const PATH_MAX = 300;
const PART_MAX = 120;
const DEPTH_MAX = 12;

/** Bytes that turn a terminal or a page round, or cannot be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

export interface ZipName {
	/** Without a slash at the end. */
	path: string;
	isFolder: boolean;
}

/** @throws Unfit */
export function readName(raw: Uint8Array): ZipName {
	const text = decoded(raw);
	const name = JSON.stringify(text.slice(0, 80));
	if (UNSEEN.test(text))
		throw new Unfit(t('The name {name} holds characters that cannot be seen. Rename it.', { name }));
	if (text.startsWith('/') || /^[A-Za-z]:/.test(text))
		throw new Unfit(
			t('The name {name} is absolute. Names in a lab’s zip begin at the lab’s folder.', { name })
		);
	if (text.includes('\\'))
		throw new Unfit(
			t('The name {name} holds a backslash. Folders in a zip are divided by slashes.', { name })
		);
	const isFolder = text.endsWith('/');
	const path = isFolder ? text.slice(0, -1) : text;
	requireParts(path.split('/'), name);
	return { path, isFolder };
}

/** @throws Unfit */
function requireParts(parts: string[], name: string): void {
	if (parts.includes('..'))
		throw new Unfit(t('The name {name} leads out of the zip’s own folder.', { name }));
	if (parts.some((part) => part === '' || part === '.'))
		throw new Unfit(
			t('The name {name} has an empty part. Each part between slashes must be a name.', { name })
		);
	if (
		parts.join('/').length > PATH_MAX ||
		parts.some((part) => part.length > PART_MAX) ||
		parts.length > DEPTH_MAX
	)
		throw new Unfit(
			t(
				'The name {name} … is too long: {path} characters in all, {part} for each of at most {depth} parts.',
				{ name, path: PATH_MAX, part: PART_MAX, depth: DEPTH_MAX }
			)
		);
}

/** What editors, version control and macOS leave behind is no part of a lab, and is not unpacked. */
export const isLeftBehind = (path: string): boolean =>
	path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

/** Names seen so far. No two may fall together, whatever the file system thinks of capitals and accents. */
export class SeenNames {
	readonly #seen = new Map<string, ZipName>();

	/** @throws Unfit */
	add({ path, isFolder }: ZipName): void {
		const parts = path.split('/');
		for (let depth = 1; depth < parts.length; depth++)
			this.#add({ path: parts.slice(0, depth).join('/'), isFolder: true });
		if (!isFolder && this.#seen.has(keyOf(path)) && this.#seen.get(keyOf(path))?.path === path)
			throw new Unfit(t('There are two entries called {path} in this zip. One name, one file.', { path }));
		this.#add({ path, isFolder });
	}

	#add(name: ZipName): void {
		const there = this.#seen.get(keyOf(name.path));
		if (there && there.path !== name.path)
			throw new Unfit(
				t(
					'{one} and {other} differ only in capitals or accents, and would be one file on some machines. Rename one.',
					{ one: there.path, other: name.path }
				)
			);
		if (there && there.isFolder !== name.isFolder)
			throw new Unfit(
				t('{path} is a file and a folder in this zip. It can be one of them.', { path: name.path })
			);
		this.#seen.set(keyOf(name.path), name);
	}
}

const keyOf = (path: string) => path.normalize('NFKC').toLowerCase();

function decoded(raw: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
	} catch {
		throw new Unfit(
			t('A name in this zip is not UTF-8. Name files in plain letters, or pack with UTF-8 names.')
		);
	}
}
