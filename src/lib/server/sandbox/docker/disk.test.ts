import { expect, test } from 'vitest';
import { learnLanguages, speakIn } from '#lib/server/languages.ts';
import { told } from '#lib/words/index.ts';
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

test('what befell a host is told in the language of who reads', () => {
	learnLanguages();
	const told257 = speakIn('fr', () => told(excess('web', { MiB: 257, files: 1 }, 256)!));
	expect(told257).toBe('web avait écrit plus que les 256 Mio de disque dont il dispose : il a été arrêté.');
});
