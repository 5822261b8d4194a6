import { expect, test } from 'vitest';
import { tooLarge } from './body-size.ts';

const post = (headers: Record<string, string>, route: string | null = '/sign-in') =>
	tooLarge({ method: 'POST', headers: new Headers(headers) }, route);

test('only the page of files takes more than a mebibyte, and nobody takes what has no length', () => {
	expect(post({ 'content-length': '1048576' })).toBe(false);
	expect(post({ 'content-length': '1048577' })).toBe(true);
	expect(post({ 'content-length': '1048577' }, null)).toBe(true);
	expect(post({ 'content-length': '8400000' }, '/labs/[lab]/files')).toBe(false);
	expect(post({ 'content-length': '9437185' }, '/labs/[lab]/files')).toBe(true);
	expect(post({ 'content-length': 'many' })).toBe(true);
	expect(post({ 'transfer-encoding': 'chunked' }, '/labs/[lab]/files')).toBe(true);
	expect(post({})).toBe(false);
});
