import { expect, test } from 'vitest';
import { nearest } from './spelling.ts';

const KEYS = ['title', 'minutes', 'networks', 'hosts', 'host'];

test.each([
	['minuts', 'minutes'],
	['MINUTES', 'minutes'],
	['mintues', 'minutes'],
	['tittle', 'title'],
	['network', 'networks'],
	['ost', 'host']
])('%s is near %s', (written, meant) => expect(nearest(written, KEYS)).toBe(meant));

test.each(['colour', 'x', '', 'a-very-long-word-that-is-like-nothing'])('%s is near nothing', (written) =>
	expect(nearest(written, KEYS)).toBeNull()
);
