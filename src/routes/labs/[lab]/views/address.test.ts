import { expect, it } from 'vitest';
import { inWords, openingOf, sightIn } from './address.ts';

it('finds in an address what was put there, and a path where there was none', () => {
	const sight = { host: 'web', port: 8080, path: '/cart?a=b&c=d' };
	const url = new URL(openingOf('small', sight), 'http://localhost');
	expect(url.pathname).toBe('/labs/small/views/open');
	expect(sightIn(url.searchParams)).toEqual(sight);
	expect(sightIn(new URLSearchParams('host=web&port=x&path=cart'))).toEqual({
		host: 'web',
		port: NaN,
		path: '/cart'
	});
	expect(inWords(sight)).toBe('web:8080/cart?a=b&c=d');
	expect(inWords({ ...sight, path: '/' })).toBe('web:8080');
});
