import { expect, it } from 'vitest';
import { foldName, nameProblem, tidyName } from './names.ts';

it.each(['ada', 'Ada.Lovelace', 'söre-n_2', '李雷', 'अदा', '1st', 'x'.repeat(40)])('takes %s', (name) => {
	expect(nameProblem(name)).toBeNull();
});

it.each([
	'',
	'a',
	'x'.repeat(41),
	'a b',
	'-ada',
	'.ada',
	'ada!',
	'a/b',
	'<b>',
	'ada\u0000',
	'\u202Eada',
	'😀😀'
])('refuses %j with a sentence', (name) => expect(nameProblem(name)).toMatch(/^[A-Z].*\.$/));

it('compares without case, in every alphabet', () => {
	expect(foldName('ÄRGER')).toBe(foldName('ärger'));
	expect(foldName('A\u0308rger')).toBe(foldName('Ärger'));
	expect(foldName('ａｄａ')).toBe('ada');
	expect(foldName('ada')).not.toBe(foldName('ado'));
});

it('drops the space around what was typed', () => expect(tidyName('  Ada ')).toBe('Ada'));
