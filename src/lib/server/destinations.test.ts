import { expect, it } from 'vitest';
import { destinationsOf } from './destinations.ts';

it('takes a name for its ports of the web, and a port for itself', () => {
	expect(destinationsOf('deb.debian.org')).toEqual(['deb.debian.org:80', 'deb.debian.org:443']);
	expect(destinationsOf(' PyPI.org:8443 ')).toEqual(['pypi.org:8443']);
});

it('takes nothing else', () => {
	const wrong = [
		'',
		'localhost',
		'10.0.0.1',
		'[::1]:80',
		'*.debian.org',
		'debian.org/x',
		'http://debian.org'
	];
	const ports = ['debian.org:', 'debian.org:0', 'debian.org:65536', 'debian.org:80:81', 'a..org', '-a.org'];
	expect([...wrong, ...ports].filter((one) => destinationsOf(one) !== null)).toEqual([]);
});
