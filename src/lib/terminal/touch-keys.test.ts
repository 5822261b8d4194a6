import { expect, it } from 'vitest';
import { controlled } from './touch-keys.ts';

it('Ctrl makes of a character what a keyboard would', () => {
	expect(['c', 'C', 'd', '[', '@', ' ', '?', '1', 'ä', '\x1b[A'].map(controlled)).toEqual([
		'\x03',
		'\x03',
		'\x04',
		'\x1b',
		'\x00',
		'\x00',
		'\x7f',
		'1',
		'ä',
		'\x1b[A'
	]);
});
