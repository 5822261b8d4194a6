import { describe, expect, it } from 'vitest';
import { contrast } from '../components/contrast.ts';
import { themes } from './themes.ts';

const GROUNDS = ['background', 'cursorAccent', 'selectionBackground'];

describe.each(Object.entries(themes))('the theme %s', (_name, theme) => {
	it('can be read in every colour a program may choose', () => {
		const faint = Object.entries(theme.colours)
			.filter(([name]) => !GROUNDS.includes(name))
			.filter(([, colour]) => contrast(colour, theme.colours.background) < theme.contrast);
		expect(faint).toEqual([]);
	});

	it.each(['selectionBackground', 'found', 'foundHere'] as const)('can be read on its %s', (ground) => {
		const colour = ground === 'selectionBackground' ? theme.colours.selectionBackground : theme[ground];
		expect(contrast(theme.colours.foreground, colour)).toBeGreaterThanOrEqual(4.5);
	});
});
