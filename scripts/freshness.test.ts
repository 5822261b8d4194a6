import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { madeAt, mark, newest } from './freshness.mjs';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'labwright-'));
	mkdirSync(join(folder, 'src/deep'), { recursive: true });
	for (const [path, seconds] of Object.entries({
		'src/a.ts': 100,
		'src/deep/b.ts': 200,
		'src/c.test.ts': 300
	})) {
		writeFileSync(join(folder, path), '');
		utimesSync(join(folder, path), seconds, seconds);
	}
	for (const path of ['src/deep', 'src']) utimesSync(join(folder, path), 50, 50);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the newest file counts, however deep it lies', () => {
	expect(newest([join(folder, 'src')])).toBe(300_000);
	expect(newest([join(folder, 'src')], (name) => !name.endsWith('.test.ts'))).toBe(200_000);
});

test('a file that was removed is noticed', () => {
	const before = newest([join(folder, 'src')]);
	rmSync(join(folder, 'src/a.ts'));
	expect(newest([join(folder, 'src')])).toBeGreaterThan(before);
});

test('what is not there is infinitely old', () => {
	expect(newest([join(folder, 'no'), join(folder, 'src/a.ts')])).toBe(100_000);
	expect(madeAt(join(folder, 'no'))).toBe(0);
});

test('a mark carries the time when the work began, and leaves what is written in it', () => {
	const path = join(folder, 'notes/mark');
	mark(path, 5000);
	writeFileSync(path, 'kept');
	mark(path, 7000);
	expect(madeAt(path)).toBe(7000);
});
