import { expect, it } from 'vitest';
import { speak } from '#lib/words/index.ts';
import { decimal, duration } from './cards.ts';
import { readTheme, themeFor } from './theme.ts';

it('says durations as people do', () => {
	expect([0, 45, 60, 90].map(duration)).toEqual(['0 min', '45 min', '1 h', '1 h 30 min']);
});

it('writes decimals as who reads does', () => {
	expect(decimal(0.25)).toBe('0.25');
	speak(() => 'fr');
	expect(decimal(0.25)).toBe('0,25');
	speak(() => 'en');
});

it('looks as the operator has chosen until somebody chooses, the system included', () => {
	expect(themeFor(undefined, 'dark')).toBe('dark');
	expect(themeFor('"><script>', 'light')).toBe('light');
	expect(['system', 'light', 'dark'].map((chosen) => themeFor(chosen, 'dark'))).toEqual([
		'system',
		'light',
		'dark'
	]);
});

it('takes only known themes from a cookie', () => {
	expect(['dark', 'light', 'system', '"><script>', undefined].map(readTheme)).toEqual([
		'dark',
		'light',
		'system',
		'system',
		'system'
	]);
});
