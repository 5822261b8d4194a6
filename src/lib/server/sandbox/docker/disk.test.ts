import { expect, test } from 'vitest';
import { excess } from './disk.ts';

test('a host within its bounds goes on', () => {
	expect(excess('web', { MiB: 256, files: 25_600 }, 256)).toBeNull();
});

test('too much data and too many files are both too much, and each is said', () => {
	expect(excess('web', { MiB: 257, files: 1 }, 256)).toBe(
		'web had written more than the 256 MiB of disk it has, so it was stopped.'
	);
	expect(excess('web', { MiB: 82, files: 25_601 }, 256)).toContain('more than the 25600 files');
	expect(excess('web', { MiB: 1, files: 20_000 }, 16)).toBeNull();
});
