#!/usr/bin/env node
/**
 * `labwright VERB`, from any folder: the authoring tool, on the Node.js that the platform runs on.
 * Plain JavaScript without dependencies, because it runs before there are any, on Node.js 18 or newer.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (/** @type {string} */ path) => join(root, path);

/**
 * @param {string} program
 * @param {string[]} words
 * @param {import('node:child_process').SpawnSyncOptions} options
 */
function run(program, words, options) {
	const { status, error } = spawnSync(program, words, options);
	if (error) console.error(error.message);
	if (status !== 0) process.exit(status ?? 1);
}

// What it says of its work is no part of the result.
run(process.execPath, [at('scripts/bootstrap.mjs'), 'lint'], { cwd: root, stdio: ['ignore', 2, 2] });
const node = existsSync(at('node_modules/.bin/node')) ? at('node_modules/.bin/node') : process.execPath;
process.on('SIGINT', () => {}); // the tool hears it too, and ends as it should
run(node, [at('src/cli/lab.ts'), ...process.argv.slice(2)], {
	stdio: 'inherit',
	env: { ...process.env, CONTAINERS: process.env.CONTAINERS || at('containers') }
});
