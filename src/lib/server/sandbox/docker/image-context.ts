/**
 * The build context of an image: a folder as the tar archive that Docker builds from.
 *
 * The archive is the same on every machine: sorted, without times and owners, and with only the
 * executable bit of a file's mode, because that is all a git checkout keeps. So its digest can
 * name the image. Knows nothing of Docker.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { lstat, readFile, readdir, readlink } from 'node:fs/promises';
import { join, matchesGlob } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';

export interface ContextFile {
	/** Path below the folder, with slashes. */
	path: string;
	content: Buffer;
	kind: 'file' | 'program' | 'link';
}

/** What a folder may hold, all files together. */
const LARGEST_MIB = 64;

/**
 * Every file below `folder` that its .dockerignore does not leave out, sorted by path.
 * @throws a sentence when the folder is larger than 64 MiB.
 */
export async function readContext(folder: string): Promise<ContextFile[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const ignored = ignores(await readFile(join(folder, '.dockerignore'), 'utf8').catch(() => ''));
	const paths = entries
		.filter((entry) => entry.isFile() || entry.isSymbolicLink())
		.map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
		.filter((path) => path === 'Dockerfile' || !ignored(path))
		.sort();

	const files: ContextFile[] = [];
	let bytes = 0;
	for (const path of paths) {
		const file = { ...(await readOne(join(folder, path))), path };
		bytes += file.content.length;
		if (bytes > LARGEST_MIB * 1024 ** 2) {
			throw new Error(`${folder} holds more than ${LARGEST_MIB} MiB: an image's folder must stay small.`);
		}
		files.push(file);
	}
	return files;
}

/** What lies there, of whatever name. */
export async function readOne(at: string): Promise<Omit<ContextFile, 'path'>> {
	const facts = await lstat(at);
	if (facts.isSymbolicLink()) return { content: Buffer.from(await readlink(at)), kind: 'link' };
	return { content: await readFile(at), kind: facts.mode & 0o100 ? 'program' : 'file' };
}

/** Differs whenever a file below `folder` was written, moved or given another mode; reads none of them. */
export const stampOf = (folder: string): string =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.map(({ parentPath, name }) => {
			const path = join(parentPath, name);
			const { ino, size, ctimeMs } = lstatSync(path);
			return `${path} ${ino} ${size} ${ctimeMs}`;
		})
		.join('\n');

/** What a .dockerignore leaves out: globs and folders, later lines win, `!` takes back. */
export function ignores(text: string): (path: string) => boolean {
	const rules = text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('#'))
		.map((line) => ({
			ignore: !line.startsWith('!'),
			glob: line
				.replace(/^!/, '')
				.replace(/^\.?\//, '')
				.replace(/\/$/, '')
		}));
	return (path) =>
		rules.findLast(({ glob }) => matchesGlob(path, glob) || matchesGlob(path, `${glob}/**`))?.ignore ?? false;
}

/** SHA-256, in hex, of the archive and of whatever else decides what comes out of it. */
export const digestOf = (archive: Buffer, ...besides: string[]): string =>
	besides
		.reduce((hash, text) => hash.update(`\0${text}`), createHash('sha256').update(archive))
		.digest('hex');

/** The files as a tar archive, owned by root and dated 1970. */
export async function packContext(files: ContextFile[]): Promise<Buffer> {
	const archive = pack();
	for (const { path, content, kind } of files) {
		const about = { name: path, mtime: new Date(0), uid: 0, gid: 0 };
		if (kind === 'link')
			archive.entry({ ...about, type: 'symlink', mode: 0o777, linkname: content.toString() });
		else archive.entry({ ...about, mode: kind === 'program' ? 0o755 : 0o644 }, content);
	}
	archive.finalize();
	return buffer(archive);
}
