import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig, type Config } from './config.ts';
import { MEMORY, openDb, type Db } from './db/index.ts';
import { learnLanguages, speakIn } from './languages.ts';
import { Preferences } from './preferences.ts';

let db: Db;
let config: Config;
let preferences: Preferences;
const open = () => {
	config = readConfig({ LAB_MINUTES: '60' });
	return new Preferences(db, config);
};
beforeEach(() => {
	db = openDb(MEMORY);
	preferences = open();
});
afterEach(() => db.$client.close());

test('what is chosen counts at once and after a restart, and what is left empty is as configured', () => {
	expect(preferences.choose({ LAB_MINUTES: ' 45 ', PLATFORM_NAME: 'Rare Lab' })).toEqual([
		'PLATFORM_NAME',
		'LAB_MINUTES'
	]);
	expect(config).toMatchObject({ LAB_MINUTES: 45, PLATFORM_NAME: 'Rare Lab', IDLE_MINUTES: 45 });
	preferences = open();
	expect(config.LAB_MINUTES).toBe(45);
	expect(preferences.list().find(({ name }) => name === 'LAB_MINUTES')).toEqual({
		...{ name: 'LAB_MINUTES', chosen: '45', configured: '60', most: 10_080 }
	});
	expect(preferences.choose({ PLATFORM_NAME: 'Rare Lab' })).toEqual(['LAB_MINUTES']);
	expect(config.LAB_MINUTES).toBe(60);
});

test.each([
	['LAB_MINUTES', 'soon'],
	['LAB_MINUTES', '0'],
	['LAB_MINUTES', '1e9'],
	['KEEP_HOURS', '-1'],
	['PLATFORM_NAME', 'x'.repeat(61)],
	['PLATFORM_THEME', 'pink']
])('%s cannot be %s, and then nothing at all is changed', (field, text) => {
	const refusal = preferences.choose({ MAX_SANDBOXES: '7', [field]: text });
	expect(refusal).toMatchObject({ field, refused: expect.stringMatching(/./) as string });
	expect(config.MAX_SANDBOXES).toBe(20);
	expect(preferences.list().every(({ chosen }) => chosen === '')).toBe(true);
});

test.each([
	['LAB_MINUTES', 'soon'],
	['LAB_MINUTES', '1.5'],
	['LAB_MINUTES', '0'],
	['LAB_MINUTES', '1e20'],
	['MAX_SANDBOXES', '100001'],
	['KEEP_HOURS', '-1'],
	['KEEP_HOURS', '721'],
	['PLATFORM_NAME', 'x'.repeat(61)],
	['PLATFORM_LANGUAGE', 'tlh']
])('why %s cannot be %s is said in the language of who asks', (field, text) => {
	learnLanguages();
	const choose = () => preferences.choose({ [field]: text });
	const refusal = speakIn('fr', choose);
	expect(refusal).toMatchObject({ field, refused: expect.stringMatching(/^(Au |Écrivez )/) as string });
	expect(refusal).not.toEqual(choose());
});

test('a lab cannot end before it would without being extended', () => {
	expect(preferences.choose({ LAB_MINUTES_MAX: '30' })).toMatchObject({ field: 'LAB_MINUTES_MAX' });
});

test('the text about privacy is kept as written, and can be taken back', () => {
	expect(preferences.privacy).toBe('');
	expect(preferences.writePrivacy(' Ask us.\n\nWe forget. ')).toBeNull();
	expect(preferences.privacy).toBe('Ask us.\n\nWe forget.');
	expect(preferences.writePrivacy('x'.repeat(20_001))).toHaveProperty('refused');
	expect(preferences.writePrivacy('')).toBeNull();
	expect(preferences.privacy).toBe('');
});

test('the text about privacy is the file of the configuration until something is written in the page', () => {
	const folder = mkdtempSync(join(tmpdir(), 'labwright-privacy-'));
	const file = join(folder, 'privacy.txt');
	writeFileSync(file, 'Kept for a year.\n');
	const from = (path: string) => new Preferences(db, readConfig({ PLATFORM_PRIVACY: path }));
	preferences = from(file);
	expect([preferences.privacy, preferences.privacyWritten]).toEqual([
		'Kept for a year.',
		{ text: '', hasFile: true }
	]);
	preferences.writePrivacy('Kept for a month.');
	expect(from(file).privacy).toBe('Kept for a month.');
	preferences.writePrivacy('');
	expect(from(file).privacy).toBe('Kept for a year.');
	expect(() => from(join(folder, 'none'))).toThrow(/Setting PLATFORM_PRIVACY: .*none cannot be read/);
	rmSync(folder, { recursive: true });
});
