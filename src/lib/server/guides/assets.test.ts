import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAsset } from './assets.ts';

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'assets-'));
	for (const below of ['guide/img', 'solve', 'files', 'guide/.hidden'])
		await mkdir(join(folder, 'lab', below), { recursive: true });
	const files = [
		'a.svg',
		'guide/b.PNG',
		'guide/img/c.webp',
		'guide/d.jpg',
		'guide/01.md',
		'lab.yaml',
		'solve/e.png'
	];
	for (const file of [...files, 'files/f.svg', 'guide/.hidden/g.png', '.h.png', '../outside.png']) {
		await writeFile(join(folder, 'lab', file), file);
	}
	await symlink('../../outside.png', join(folder, 'lab/guide/link.png'));
	await symlink('../solve', join(folder, 'lab/guide/way'));
	await mkdir(join(folder, 'lab/guide/folder.png'));
});

afterAll(() => rm(folder, { recursive: true }));

const find = (path: string) => findAsset({ folder: join(folder, 'lab') }, path);

test.each([
	['a.svg', 'image/svg+xml'],
	['guide/b.PNG', 'image/png'],
	['guide/img/c.webp', 'image/webp'],
	['guide/d.jpg', 'image/jpeg']
])('%s is served as %s', async (path, contentType) => {
	expect(await find(path)).toEqual({ bytes: Buffer.from(path), contentType });
});

test.each([
	...[
		'lab.yaml',
		'guide/01.md',
		'solve/e.png',
		'files/f.svg',
		'guide/.hidden/g.png',
		'.h.png',
		'guide/nope.png'
	],
	...[
		'../outside.png',
		'guide/../../outside.png',
		'guide/../solve/e.png',
		'/a.svg',
		'./a.svg',
		'guide//b.PNG'
	],
	...['..\\outside.png', 'guide/%2e%2e/a.svg', 'a.svg\0', 'a.svg\0.png', 'guide/link.png', 'guide/way/e.png'],
	...['guide/folder.png', '', '.', 'guide', 'a.svg/', 'constructor.png', '__proto__']
])('%j is nothing a learner may have', async (path) => expect(await find(path)).toBeNull());
