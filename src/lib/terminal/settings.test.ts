import { expect, it } from 'vitest';
import { asSettings, usual } from './settings.ts';

it('settings are the usual ones until somebody chooses', () => {
	expect(asSettings(null)).toEqual(usual);
});

it('a remembered choice counts, and what is no choice does not', () => {
	const kept = { fontSize: 20, theme: 'paper', bell: 'gong', scrollback: 1e9, screenReader: 'yes', more: 1 };
	expect(asSettings(kept)).toEqual({ ...usual, fontSize: 20, theme: 'paper' });
});
