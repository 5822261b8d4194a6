/**
 * The Node.js that everything but the bootstrap runs on: the system's where it is new enough, else
 * the pinned one of scripts/node/. No dependencies; runs on Node 18.
 */
import { existsSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { npmCi } from './packages.mjs';
import { readOrEmpty } from './run.mjs';

/** From here on Node runs TypeScript by itself, and has the Node-API that better-sqlite3 needs. */
export const OLDEST = '22.18.0';

/** @typedef {import('./docker-install.mjs').Step} Step */

/**
 * Path of the Node.js to use.
 * @param {string} root
 * @param {Step} step
 * @returns {Promise<string>} rejects with a sentence when there is none for this machine
 */
export async function needNode(root, step) {
	const folder = join(root, 'scripts/node');
	const ours = process.execPath.startsWith(join(realpathSync(folder), '/'));
	if (!ours && isAtLeast(process.version, OLDEST)) return process.execPath;

	const name = `node-${process.platform}-${process.arch}`;
	const binary = join(folder, 'node_modules', name, 'bin/node');
	const wanted = versionIn(join(folder, 'package.json'), name);
	const found = versionIn(join(folder, 'node_modules', name, 'package.json'), null);
	const other = `This is Node.js ${process.version}, and Labwright needs ${OLDEST} or newer: install Node.js 24 from https://nodejs.org.`;
	if (wanted === null) throw new Error(other);
	if (found !== wanted) await step(`Installing Node.js ${wanted} for Labwright alone`, () => npmCi(folder));
	if (!existsSync(binary)) throw new Error(other);
	return binary;
}

/**
 * Make `node` mean this binary in the package's scripts, whose PATH begins with node_modules/.bin.
 * @param {string} root
 * @param {string} node
 */
export function linkNode(root, node) {
	const link = join(root, 'node_modules/.bin/node');
	if (!node.startsWith(join(root, 'scripts/node/'))) return;
	if (existsSync(link) && realpathSync(link) === realpathSync(node)) return;
	mkdirSync(dirname(link), { recursive: true });
	rmSync(link, { force: true });
	symlinkSync(relative(dirname(link), node), link);
}

/**
 * The version a package.json says: its own, or that of one of its optional dependencies.
 * @param {string} path
 * @param {string | null} dependency
 * @returns {string | null}
 */
function versionIn(path, dependency) {
	const { version, optionalDependencies = {} } = JSON.parse(readOrEmpty(path) || '{}');
	return (dependency === null ? version : optionalDependencies[dependency]) ?? null;
}

/**
 * @param {string} version as in process.version
 * @param {string} oldest
 */
export function isAtLeast(version, oldest) {
	const [have, need] = [version, oldest].map((text) =>
		text
			.replace(/^v/, '')
			.split('.')
			.map((part) => parseInt(part))
	);
	const at = [0, 1, 2].find((place) => have?.[place] !== need?.[place]);
	return at === undefined || Number(have?.[at]) > Number(need?.[at]);
}
