/**
 * What an image may hold of this installation itself: the parts of the project that a file called
 * `parts` in the image's folder names, a line each. They lie below `project/` in the build context,
 * under the names they have here, so nothing of it says where this machine keeps them.
 *
 * Two words stand for more than a path: `packages` for every npm package that the server needs when it
 * runs, and `node` for the Node.js that runs this. Knows nothing of Docker.
 */
import { existsSync } from 'node:fs';
import { lstat, readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readOne, type ContextFile } from './image-context.ts';

/** In an image's folder: which parts. */
export const PARTS = 'parts';

/** In the build context: where they lie. */
const LAID_IN = 'project';

/** All parts together. Node.js alone has 125. */
const LARGEST_MIB = 320;

interface Lock {
	packages: Record<string, { dev?: boolean }>;
}

/** The project's folder: the first above `from`, from the source as from the bundle in build/. */
export function findProject(from = import.meta.dirname): string {
	for (let root = from; ; root = dirname(root)) {
		if (existsSync(join(root, 'package-lock.json'))) return root;
		if (root === dirname(root))
			throw new Error(`No folder above ${from} holds package-lock.json: restore it.`);
	}
}

/**
 * The parts that `text` names, below `project/`, without what `ignored` leaves out.
 * @throws a sentence when one is not there, or all together are too large.
 */
export async function readParts(
	text: string,
	ignored: (path: string) => boolean,
	root = findProject()
): Promise<ContextFile[]> {
	const files: ContextFile[] = [];
	let bytes = 0;
	for (const part of namesIn(text)) {
		for (const { path, at } of await filesOf(part, root)) {
			const name = `${LAID_IN}/${path}`;
			if (ignored(name)) continue;
			const file = { ...(await readOne(at)), path: name };
			bytes += file.content.length;
			if (bytes > LARGEST_MIB * 1024 ** 2)
				throw new Error(`The parts of the project are more than ${LARGEST_MIB} MiB: leave some of them out.`);
			files.push(file);
		}
	}
	return files;
}

/** Its lines, without comments. A part is below the project, or it is none. */
function namesIn(text: string): string[] {
	const names = text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('#'));
	const outside = names.find((name) => name.startsWith('/') || name.split('/').includes('..'));
	if (outside !== undefined) throw new Error(`${outside} is no part of the project: say a path below it.`);
	return names;
}

interface Found {
	/** What it is called in the image. */
	path: string;
	at: string;
}

async function filesOf(part: string, root: string): Promise<Found[]> {
	if (part === 'node') return [{ path: 'node', at: process.execPath }];
	if (part !== 'packages') return below(part, root);
	const found = (await packages(root)).map((path) =>
		below(path, root, ({ name }) => name !== 'node_modules')
	);
	return (await Promise.all(found)).flat();
}

/** Folders of packages that are installed and not for development alone. Packages within packages have lines of their own. */
async function packages(root: string): Promise<string[]> {
	const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as Lock;
	return Object.entries(lock.packages)
		.filter(([path, { dev }]) => path !== '' && !dev && existsSync(join(root, path)))
		.map(([path]) => path)
		.sort();
}

/** Every file at or below a path of the project, sorted. */
async function below(
	part: string,
	root: string,
	enter: (folder: { name: string }) => boolean = () => true
): Promise<Found[]> {
	const at = join(root, part);
	const facts = await lstat(at).catch(() => missing(part));
	if (!facts.isDirectory()) return [{ path: part, at }];
	const entries = await readdir(at, { withFileTypes: true });
	const found = entries
		.sort((one, other) => (one.name < other.name ? -1 : 1))
		.filter((entry) => !entry.isDirectory() || enter(entry))
		.map((entry) => below(`${part}/${entry.name}`, root, enter));
	return (await Promise.all(found)).flat();
}

function missing(part: string): never {
	throw new Error(
		part === 'build'
			? 'It holds the pages of this installation, and they have not been built: "npm start" does it, or "npm run build".'
			: `It holds ${part} of this installation, and that is not there: restore it.`
	);
}
