/** The npm packages of a folder, exactly as its lockfile says. No dependencies; runs on Node 18. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { madeAt } from './freshness.mjs';
import { readOrEmpty, run } from './run.mjs';

/** Where the bootstrap notes, inside node_modules, what it has done. */
export const NOTES = 'node_modules/.labwright';

/**
 * True when node_modules holds what the lockfile says: we installed it from this very lockfile, or
 * npm, run by hand, did so after the lockfile last changed.
 * @param {string} root
 */
export function packagesAreFresh(root) {
	// npm writes this file last, so an installation that was cut off has none.
	const installedAt = madeAt(join(root, 'node_modules/.package-lock.json'));
	if (installedAt === 0) return false;
	const note = readOrEmpty(join(root, NOTES, 'lockfile'));
	return note ? note === lockfileDigest(root) : installedAt >= madeAt(join(root, 'package-lock.json'));
}

/** @param {string} root */
export async function installPackages(root) {
	await npmCi(root);
	const note = join(root, NOTES, 'lockfile');
	mkdirSync(dirname(note), { recursive: true });
	writeFileSync(note, lockfileDigest(root));
}

/** @param {string} root */
const lockfileDigest = (root) =>
	createHash('sha256')
		.update(readOrEmpty(join(root, 'package-lock.json')))
		.digest('hex');

/**
 * No package's install script runs: none of ours needs one.
 * @param {string} folder
 */
export function npmCi(folder) {
	const cli = process.env.npm_execpath;
	const npm = cli && basename(cli) === 'npm-cli.js' ? [process.execPath, cli] : ['npm'];
	return run([...npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: folder,
		failure:
			'npm could not install the packages; mend what it says (often the network) and repeat the command'
	});
}
