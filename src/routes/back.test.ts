import { expect, it } from 'vitest';
import { backTo } from './back.ts';

const here = new URL('http://labs.example/?/theme');

it('leads back to the page and what it showed', () => {
	expect(backTo('/courses?q=zone', here)).toBe('/courses?q=zone');
});

it.each([
	'https://evil.example/',
	'//evil.example',
	'/\\evil.example',
	'http://labs.example//evil.example',
	'javascript:alert(1)',
	'http://',
	null
])('never leads elsewhere: %s', (address) => {
	const path = backTo(address, here);
	expect(new URL(path, here).origin).toBe(here.origin);
	expect(path).toMatch(/^\/(?!\/)/);
});
