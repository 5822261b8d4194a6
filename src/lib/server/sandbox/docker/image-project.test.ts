import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOf, ignores, packContext, type ContextFile } from './image-context.ts';
import { findProject, readParts } from './image-project.ts';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'labwright-project-'));
	const packages = {
		'': {},
		'node_modules/server': {},
		'node_modules/server/node_modules/inner': {},
		'node_modules/tester': { dev: true },
		'node_modules/server/node_modules/types': { dev: true },
		'node_modules/for-another-system': {}
	};
	write('package-lock.json', JSON.stringify({ packages }));
	for (const name of ['server', 'server/node_modules/inner', 'tester', 'server/node_modules/types'])
		write(`node_modules/${name}/index.js`, name);
	write('build/handler.js', 'pages');
	write('src/server.ts', 'server');
	write('src/server.test.ts', 'promises');
	write('scripts/run', '#!/bin/sh\n');
	chmodSync(join(root, 'scripts/run'), 0o755);
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string) {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

const read = (text: string, ignored = '') => readParts(text, ignores(ignored), root);
const paths = (files: ContextFile[]) => files.map(({ path }) => path);
const digest = async (text: string) => digestOf(await packContext(await read(text)));

describe('the parts of the project in an image', () => {
	test('are the named ones, under the names they have here', async () => {
		const files = await read('# a note\n\nbuild\nscripts/run\n');
		expect(files.map(({ path, kind }) => [path, kind])).toEqual([
			['project/build/handler.js', 'file'],
			['project/scripts/run', 'program']
		]);
	});

	test('are every package that the server needs and none that only we need', async () => {
		expect(paths(await read('packages'))).toEqual([
			'project/node_modules/server/index.js',
			'project/node_modules/server/node_modules/inner/index.js'
		]);
	});

	test('leave out what .dockerignore says', async () => {
		expect(paths(await read('src', '**/*.test.ts'))).toEqual(['project/src/server.ts']);
	});

	test('hold the Node.js that runs this', async () => {
		const [node] = await read('node');
		expect(node).toMatchObject({ path: 'project/node', kind: 'program' });
		expect(node?.content.subarray(0, 4).toString('latin1')).toBe('\x7fELF');
	});

	test('make another image when one of them changes, and the same when something else does', async () => {
		const before = await digest('build\npackages');
		write('src/server.ts', 'another');
		write('node_modules/tester/index.js', 'another');
		expect(await digest('build\npackages')).toBe(before);
		write('build/handler.js', 'other pages');
		expect(await digest('build\npackages')).not.toBe(before);
	});

	test('do not tell where this machine keeps them', async () => {
		expect((await packContext(await read('build\nsrc\npackages'))).includes(root)).toBe(false);
	});

	test('are refused with a sentence when the pages have not been built', async () => {
		rmSync(join(root, 'build'), { recursive: true });
		await expect(read('build')).rejects.toThrow('have not been built: "npm start" does it');
		await expect(read('gone')).rejects.toThrow('It holds gone of this installation');
	});

	test.each(['/etc', '../elsewhere', 'build/../../elsewhere'])('never are %s', async (name) => {
		await expect(read(name)).rejects.toThrow('is no part of the project');
	});

	test('are found from the source and from the bundle', () => {
		write('build/server/chunks/one.js', '');
		expect(findProject(join(root, 'build/server/chunks'))).toBe(root);
	});
});
