import { readFileSync, readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import french, { kept } from './fr/index.ts';
import { learn, locale, speak, spokenOf, t, told, unfilled, type Language, type Phrase } from './index.ts';

const say = t as (phrase: string, values?: Record<string, string | number>) => string;

function speaking(language: Language, phrases: Record<string, string> = {}, sentences = {}): void {
	learn('fr', { phrases, kept: sentences });
	speak(() => language);
}

afterEach(() => speak(() => 'en'));

it('says an English sentence as it stands where it is said, and another language by its dictionary', () => {
	speaking('en');
	expect(say('Start the lab')).toBe('Start the lab');
	speaking('fr', { 'Start the lab': 'Démarrer le lab' });
	expect(say('Start the lab')).toBe('Démarrer le lab');
});

it('fills in names, and never reads what it fills in', () => {
	speaking('fr', { 'Hello {name}': 'Bonjour {name}' });
	expect(say('Hello {name}', { name: '{name} | $& <b>' })).toBe('Bonjour {name} | $& <b>');
});

it('chooses the form of number as the language does', () => {
	speaking('en');
	expect([0, 1, 2].map((n) => say('{n} lab|{n} labs', { n }))).toEqual(['0 labs', '1 lab', '2 labs']);
	speaking('fr', { '{n} lab|{n} labs': '{n} atelier|{n} ateliers' });
	expect([0, 1, 2, 1e6].map((n) => say('{n} lab|{n} labs', { n }))).toEqual([
		...['0 atelier', '1 atelier', '2 ateliers', '1000000 ateliers']
	]);
});

it('tells two equal sentences apart by a note that is never shown', () => {
	speaking('fr', { 'Open ## verb': 'Ouvrir', 'Open ## state': 'Ouvert' });
	expect([say('Open ## verb'), say('Open ## state')]).toEqual(['Ouvrir', 'Ouvert']);
	speaking('en');
	expect(say('Open ## verb')).toBe('Open');
});

it('tells a kept sentence by its pattern, and leaves one it does not know', () => {
	const sentences = { 'The host {host} (of {lab}) is off.': 'L’hôte {host} (de {lab}) est éteint.' };
	speaking('fr', {}, sentences);
	expect(told('The host db.1 (of a+b) is off.')).toBe('L’hôte db.1 (de a+b) est éteint.');
	expect(told('The hostXdb is off.')).toBe('The hostXdb is off.');
	speaking('en', {}, sentences);
	expect(told('The host db (of a) is off.')).toBe('The host db (of a) is off.');
});

it('finds the language somebody reads among those the interface speaks', () => {
	expect(spokenOf(['de', 'fr-CH', 'en'])).toBe('fr');
	expect(spokenOf(['de'])).toBeNull();
	speaking('fr');
	expect(locale()).toBe('fr');
});

it('leaves names open for markup', () => {
	speaking('fr', { 'Read {guide} ## verb': 'Lisez {guide}' });
	expect(unfilled('Read {guide} ## verb' as Phrase)).toBe('Lisez {guide}');
});

describe('the French dictionary', () => {
	const whole = Object.entries({ ...french, ...kept } as Record<string, string>);
	const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

	it.each(whole)('fills the same names as %j', (english, translation) => {
		expect(holes(translation)).toEqual(holes(english));
		expect(translation.trim()).not.toBe('');
		expect(translation).not.toContain(' ## ');
		if (english.includes('{n}')) expect(translation.includes('|')).toBe(english.includes('|'));
	});

	it('has each sentence in one file', async () => {
		const files = readdirSync(new URL('fr', import.meta.url)).filter((name) => name !== 'index.ts');
		const parts = await Promise.all(files.map((name) => import(`./fr/${name}`)));
		const keys = parts.flatMap((part) => Object.keys(part.default));
		expect(new Set(keys)).toEqual(new Set([...Object.keys(french), ...Object.keys(kept)]));
		expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
	});

	it('puts the space French asks for before a double sign, and its own quotation marks', () => {
		const wrong = whole.filter(([, text]) => /[^\s ][;!?»](\s|$)|\S:(\s|$)|"/.test(text));
		expect(wrong).toEqual([]);
	});

	it('has no sentence that nobody says', () => {
		const said = sources()
			.map((path) => readFileSync(path, 'utf8'))
			.join('\n');
		const spelt = (key: string) => [key, key.replaceAll("'", "\\'")].some((text) => said.includes(text));
		expect(Object.keys(french).filter((key) => !spelt(key))).toEqual([]);
	});
});

function sources(): string[] {
	const root = new URL('../../', import.meta.url);
	return readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter(
			(path) => /\.(ts|svelte)$/.test(path) && !path.includes('words/fr/') && !path.endsWith('.test.ts')
		)
		.map((path) => new URL(path, root).pathname);
}
