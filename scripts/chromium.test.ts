import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findChromium } from './chromium.mjs';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'labwright-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('a browser that was named is taken, and no other when it is not there', () => {
	writeFileSync(join(folder, 'mine'), '');
	expect(findChromium({ CHROMIUM: join(folder, 'mine') })).toBe(join(folder, 'mine'));
	expect(findChromium({ CHROMIUM: join(folder, 'gone'), PATH: process.env.PATH })).toBeNull();
});

test('a browser in the PATH is found under any of its names', () => {
	writeFileSync(join(folder, 'chromium'), '');
	expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(join(folder, 'chromium'));
});
