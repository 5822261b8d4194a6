import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';

type Look = 'light' | 'dark';

const css = readFileSync(new URL('../../app.css', import.meta.url), 'utf8');
const code = readFileSync(new URL('../guides/code.css', import.meta.url), 'utf8');

/** Pairs of a text colour and what it stands on. */
const TEXT: [ink: string, surfaces: string[]][] = [
	[
		'ink',
		['surface', 'surface-raised', 'surface-sunken', 'accent-soft', 'good-soft', 'warn-soft', 'bad-soft']
	],
	['ink-quiet', ['surface', 'surface-raised', 'surface-sunken']],
	['accent', ['surface', 'surface-raised', 'surface-sunken', 'accent-soft']],
	['accent-strong', ['surface', 'surface-raised', 'surface-sunken', 'accent-soft']],
	['accent-ink', ['accent', 'accent-strong']],
	['brass', ['surface', 'surface-raised', 'surface-sunken', 'warn-soft']],
	['good', ['surface', 'surface-raised', 'surface-sunken', 'good-soft']],
	['warn', ['surface', 'surface-raised', 'surface-sunken', 'warn-soft']],
	['bad', ['surface', 'surface-raised', 'surface-sunken', 'bad-soft']],
	['surface-raised', ['good']],
	['screen-ink', ['screen', 'screen-raised']],
	['screen-quiet', ['screen', 'screen-raised']],
	['screen-good', ['screen']],
	['screen-brass', ['screen']],
	['screen-accent', ['screen']]
];

/** What one must see to use a thing: borders of fields, rings of states. */
const SHAPES: [mark: string, surfaces: string[]][] = [
	['line-strong', ['surface', 'surface-raised', 'surface-sunken']],
	['accent', ['surface', 'surface-raised', 'surface-sunken']]
];

function colour(name: string, look: Look): string {
	const value = new RegExp(`--${name}: (?:light-dark\\((#\\w{6}), (#\\w{6})\\)|(#\\w{6}));`).exec(css);
	const found = value && (value[3] ?? value[look === 'light' ? 1 : 2]);
	if (!found) throw new Error(`app.css has no plain colour --${name}`);
	return found;
}

function tooWeak(pairs: [string, string[]][], look: Look, least: number): string[] {
	return pairs.flatMap(([ink, surfaces]) =>
		surfaces
			.map((surface) => ({ surface, ratio: contrast(colour(ink, look), colour(surface, look)) }))
			.filter(({ ratio }) => ratio < least)
			.map(({ surface, ratio }) => `${ink} on ${surface}: ${ratio.toFixed(2)}`)
	);
}

describe.each<Look>(['light', 'dark'])('the %s theme', (look) => {
	it('keeps every text at 4.5:1 or more', () => expect(tooWeak(TEXT, look, 4.5)).toEqual([]));
	it('keeps every shape one needs at 3:1 or more', () => expect(tooWeak(SHAPES, look, 3)).toEqual([]));

	it('keeps code in guides at 4.5:1 or more', () => {
		const pairs = [...code.matchAll(/light-dark\((#\w{6}), (#\w{6})\)/g)];
		const inks = pairs.map((pair) => pair[look === 'light' ? 1 : 2] ?? '');
		expect(inks.length).toBeGreaterThan(0);
		expect(inks.filter((ink) => contrast(ink, colour('surface-sunken', look)) < 4.5)).toEqual([]);
	});
});

it('measures as WCAG does', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
