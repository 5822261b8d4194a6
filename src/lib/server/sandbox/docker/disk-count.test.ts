import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { usageBelow } from './disk-count.ts';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'labwright-count-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const folder = (name: string, files: number, MiB: number) => {
	const path = join(root, name);
	mkdirSync(path);
	for (let n = 0; n < files; n++)
		writeFileSync(join(path, `${n}`), Buffer.alloc((MiB / files) * 1024 ** 2, 'x'));
	return path;
};

test('every folder has its own blocks and files, counted at the same time', async () => {
	const [large, many] = [folder('large one', 2, 8), folder('many', 300, 0)];
	const found = await usageBelow([large, many]);
	expect(found.get(large)?.MiB).toBeGreaterThanOrEqual(8);
	expect(found.get(large)?.MiB).toBeLessThanOrEqual(9);
	expect(found.get(large)?.files).toBe(3);
	expect(found.get(many)).toMatchObject({ files: 301 });
});

test('one that is gone is left out, and keeps nobody else from being counted', async () => {
	const there = folder('there', 4, 1);
	const found = await usageBelow([join(root, 'gone'), there, join(root, 'gone-too')]);
	expect([...found.keys()]).toEqual([there]);
});

test('nothing at all is nothing', async () => {
	expect(await usageBelow([])).toEqual(new Map());
});
