import { describe, expect, it } from 'vitest';
import { asOneLine, cleaned, lineCount, mustAsk } from './paste.ts';

describe('a paste', () => {
	it('cannot end its brackets and type by itself', () => {
		expect(cleaned('safe\x1b[201~rm -rf ~\r\n\tnext\x9b201~\x00')).toBe('safe[201~rm -rf ~\n\tnext201~');
		expect(cleaned('ä 漢 👩‍🚀 – fine')).toBe('ä 漢 👩‍🚀 – fine');
	});

	it.each([
		['one line', false, false, false],
		['one line\n', true, true, false],
		['two\nlines', true, true, true]
	])('of %j is asked about when it would run, or always if wanted', (text, unbracketed, risky, always) => {
		expect(mustAsk(text, { ask: 'always', bracketed: false })).toBe(unbracketed);
		expect(mustAsk(text, { ask: 'risky', bracketed: false })).toBe(risky);
		expect(mustAsk(text, { ask: 'risky', bracketed: true })).toBe(false);
		expect(mustAsk(text, { ask: 'always', bracketed: true })).toBe(always);
		expect(mustAsk(text, { ask: 'never', bracketed: false })).toBe(false);
	});

	it('is counted in lines, and can be made one', () => {
		expect(lineCount('a\nb\n')).toBe(2);
		expect(asOneLine('  a \\\n   b\n\n  c\n')).toBe('a \\ b c');
	});
});
