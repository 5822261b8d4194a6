import { expect, it } from 'vitest';
import { nextPage } from './next.ts';

it.each(['/', '/labs/full-disk', '/courses?q=disk&level=beginner', '/labs/a#task-2', '/sign-ins', '/a//b'])(
	'leads to our own page %s',
	(wanted) => expect(nextPage(wanted)).toBe(wanted)
);

it.each([
	null,
	'',
	'labs',
	'https://evil.example',
	'http:evil.example',
	'//evil.example',
	'///evil.example',
	'/\\evil.example',
	'\\\\evil.example',
	'/\t/evil.example',
	'/\n//evil.example',
	'\t//evil.example',
	' //evil.example',
	'/.//evil.example',
	'/..//evil.example',
	'/a/../..//evil.example',
	'/%2e//evil.example',
	'//evil.example\\@here.invalid',
	'//[',
	'javascript:alert(1)',
	'data:text/html,x'
])('never leads away: %j', (wanted) => {
	const next = nextPage(wanted);
	expect(new URL(next, 'https://lab.example').origin).toBe('https://lab.example');
	expect(next).toBe('/');
});

it.each([
	'/sign-in',
	'/sign-in?next=/sign-in',
	'/sign-out',
	'/sign-up#x',
	'/welcome?token=a',
	'/a/../sign-in'
])('does not go in a circle: %s', (wanted) => expect(nextPage(wanted)).toBe('/'));

it('makes nothing of signs that would end a header', () => {
	expect(nextPage('/a\r\nset-cookie: x=1')).not.toMatch(/[\r\n]/);
});
