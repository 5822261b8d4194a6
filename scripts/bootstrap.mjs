/**
 * Brings everything that "npm start", "npm run dev", "npm test" and "npm run lint" need, and does
 * only what is not done already.
 *
 * Plain JavaScript without dependencies, because it runs before there are any, on Node.js 18 or
 * newer. What a step does is in the file it calls; the order is here.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aptInstall, isDebianRoot } from './apt.mjs';
import { findChromium } from './chromium.mjs';
import { imageIds } from './docker.mjs';
import { needCableTools, needDocker } from './docker-install.mjs';
import { madeAt, mark, newest } from './freshness.mjs';
import { lock } from './lock.mjs';
import { installPackages, NOTES, packagesAreFresh } from './packages.mjs';
import { linkNode, needNode } from './pinned-node.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (/** @type {string} */ path) => join(root, path);

/** What each command needs beside Node.js and packages. @type {Record<string, Need[]>} */
const NEEDS = {
	start: [built, synced, imagesReady],
	dev: [synced, imagesReady],
	test: [built, synced, imagesReady, chromiumReady, quotasReady],
	workbench: [built, synced],
	lint: [synced],
	data: []
};

/** @typedef {(node: string) => Promise<void>} Need */

async function main() {
	const needs = NEEDS[process.argv[2] ?? ''];
	if (!needs) throw new Error(`Usage: node scripts/bootstrap.mjs ${Object.keys(NEEDS).join('|')}`);
	const release = await lock(at('.svelte-kit/bootstrap.lock'), (pid) =>
		console.log(`Waiting for process ${pid}, which is preparing the same folder …`)
	);
	process.on('exit', release);

	const node = await needNode(root, step);
	if (!packagesAreFresh(root)) await step('Installing packages', () => installPackages(root));
	linkNode(root, node);
	for (const need of needs) await need(node);
}

/** Everything that ends up in the build. */
const SOURCES = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package.json'].concat(
	['apt.mjs', 'docker.mjs', 'run.mjs'].map((name) => `scripts/${name}`)
);

/** The production build is newer than its sources. @type {Need} */
async function built(node) {
	const changed = newest(SOURCES.map(at), (name) => !name.endsWith('.test.ts'));
	if (changed <= madeAt(at('build/handler.js'))) return;
	const began = Date.now();
	await step('Building the pages', () =>
		run([node, at('node_modules/vite/bin/vite.js'), 'build'], { cwd: root, failure: 'The build failed' })
	);
	mark(at('build/handler.js'), began);
	mark(at(`${NOTES}/synced`), began);
}

/** SvelteKit's generated types match the routes. @type {Need} */
async function synced(node) {
	const changed = newest([at('src/routes'), at('svelte.config.js'), at('package.json')]);
	if (madeAt(at('.svelte-kit/tsconfig.json')) > 0 && changed <= madeAt(at(`${NOTES}/synced`))) return;
	const began = Date.now();
	await step('Generating types', () =>
		run([node, at('node_modules/@sveltejs/kit/svelte-kit.js'), 'sync'], {
			cwd: root,
			failure: 'svelte-kit could not read the routes'
		})
	);
	mark(at(`${NOTES}/synced`), began);
}

/** A Docker engine answers, and has the images of the first course. @type {Need} */
async function imagesReady(node) {
	if (process.env.ENGINE === 'memory') return;
	const logFile = resolve(root, process.env.DATA || 'data', 'dockerd.log');
	const address = await needDocker({ chosen: process.env.DOCKER_HOST, logFile, step });
	await needCableTools({ step });

	const note = at(`${NOTES}/images`);
	const recipes = [at('labs'), at('containers'), at('src/lib/server/sandbox/docker')];
	if (newest(recipes) <= madeAt(note) && (await areThere(note, address))) return;
	const began = Date.now();
	await visibly([node, at('scripts/images.ts'), '--course', 'first', '--ids', note]);
	mark(note, began);
}

/**
 * @param {string} note file with the ids
 * @param {string} address
 */
async function areThere(note, address) {
	const there = new Set(await imageIds(address));
	const wanted = JSON.parse(readFileSync(note, 'utf8') || '[""]');
	return wanted.every((/** @type {string} */ id) => there.has(id));
}

/** There is a browser for the journeys. @type {Need} */
async function chromiumReady() {
	if (findChromium()) return;
	const { CHROMIUM } = process.env;
	if (CHROMIUM) throw new Error(`CHROMIUM=${CHROMIUM} is not there: name a browser that is, or unset it.`);
	if (!isDebianRoot()) {
		throw new Error('The tests need Chromium: install it, or name a Chrome with CHROMIUM=/path/to/it.');
	}
	await step('Installing Chromium for the tests', () => aptInstall(['chromium']));
}

/** A file system with quotas, for the tests of bounded disks; without it they are skipped. @type {Need} */
async function quotasReady() {
	if (existsSync('/sbin/mkfs.btrfs') || !isDebianRoot()) return;
	await step('Installing btrfs tools for the tests', () => aptInstall(['btrfs-progs']));
}

/**
 * Run a program that speaks for itself.
 * @param {string[]} command
 * @returns {Promise<void>}
 */
function visibly([program = '', ...words]) {
	return new Promise((resolve) => {
		const child = spawn(program, words, { cwd: root, stdio: 'inherit' });
		child.on('close', (code) => (code === 0 ? resolve() : process.exit(1)));
	});
}

await main().catch((error) => {
	console.error(error.message);
	process.exit(1);
});
