import { describe, expect, it } from 'vitest';
import { crossSite } from './cross-site.ts';

const url = new URL('https://lab.example/labs/first');

const shapes: [string, string, Record<string, string>][] = [
	['a form', 'POST', { 'content-type': 'application/x-www-form-urlencoded' }],
	['a form with files', 'POST', { 'content-type': 'multipart/form-data; boundary=x' }],
	['a form as text', 'POST', { 'content-type': 'text/plain' }],
	['JSON', 'POST', { 'content-type': 'application/json' }],
	['an empty body', 'POST', {}],
	['a change', 'PUT', {}],
	['a small change', 'PATCH', {}],
	['a removal', 'DELETE', {}]
];

const senders: [string, Record<string, string>, boolean][] = [
	['our own page', { origin: 'https://lab.example' }, false],
	['our own page, in full', { origin: 'https://lab.example', 'sec-fetch-site': 'same-origin' }, false],
	['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, true],
	[
		'a neighbour below the same domain',
		{ origin: 'https://www.lab.example', 'sec-fetch-site': 'same-site' },
		true
	],
	['another port', { origin: 'https://lab.example:8443' }, true],
	['our name without https', { origin: 'http://lab.example' }, true],
	['a sandboxed frame', { origin: 'null' }, true],
	['a foreign page that hides its origin', { 'sec-fetch-site': 'cross-site' }, true],
	['a neighbour that hides its origin', { 'sec-fetch-site': 'same-site' }, true],
	['our page without an origin', { 'sec-fetch-site': 'same-origin' }, false],
	['the address bar', { 'sec-fetch-site': 'none' }, false],
	['a program without a session', {}, false],
	['a program with other cookies', { cookie: 'theme=dark; notlabwright=1' }, false],
	['a program with a session', { cookie: 'theme=dark; labwright=abc' }, true],
	['a program with a secure session', { cookie: '__Host-labwright=abc' }, true]
];

describe.each(shapes)('%s', (_shape, method, kind) => {
	it.each(senders)('from %s', (_sender, said, refused) => {
		expect(crossSite({ method, headers: new Headers({ ...kind, ...said }) }, url)).toBe(refused);
	});
});

it.each(['GET', 'HEAD', 'OPTIONS', 'get'])('lets %s pass from anywhere', (method) => {
	const headers = new Headers({ origin: 'https://evil.example', cookie: 'labwright=abc' });
	expect(crossSite({ method, headers }, url)).toBe(false);
});
