import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packagesAreFresh } from './packages.mjs';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'labwright-'))));
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, seconds: number, text = '{}') {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
	utimesSync(join(root, path), seconds, seconds);
}

test('a fresh clone has no packages', () => {
	write('package-lock.json', 100);
	expect(packagesAreFresh(root)).toBe(false);
});

test('an installation that was cut off does not count', () => {
	write('package-lock.json', 100);
	write('node_modules/half/package.json', 200);
	expect(packagesAreFresh(root)).toBe(false);
});

test('what npm installed by hand after the lockfile changed counts', () => {
	write('package-lock.json', 100);
	write('node_modules/.package-lock.json', 200);
	expect(packagesAreFresh(root)).toBe(true);
	write('package-lock.json', 300);
	expect(packagesAreFresh(root)).toBe(false);
});

test('what was noted counts only for the very same lockfile', () => {
	write('package-lock.json', 100, 'one');
	write('node_modules/.package-lock.json', 200);
	write('node_modules/.labwright/lockfile', 200, 'digest of another lockfile');
	expect(packagesAreFresh(root)).toBe(false);
});
