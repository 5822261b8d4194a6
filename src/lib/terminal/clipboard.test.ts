import { expect, it } from 'vitest';
import { textIn } from './clipboard.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

it('a program may offer text for the clipboard', () => {
	expect(textIn(`c;${base64('grüße 👋')}`)).toBe('grüße 👋');
	expect(textIn(`;${base64('x')}`)).toBe('x');
});

it.each([
	['a question for what is there', 'c;?'],
	['nothing', 'c;'],
	['what is not base64', 'c;a!b'],
	['bytes that are no text', `c;${Buffer.from([0xff, 0xfe, 0xfd]).toString('base64')}`],
	['far too much', `c;${base64('x'.repeat(200_000))}`]
])('%s is nothing to it', (_name, data) => expect(textIn(data)).toBeNull());
