import { expect, it } from 'vitest';
import { hashCode, newCode, newSecret } from './secret.ts';

it('gives codes that can be typed carelessly', () => {
	const hash = hashCode('7K10-Q9XD-0HVT-3R5B');
	expect(hashCode(' 7k1o q9xd ohvt 3r5b ')).toBe(hash);
	expect(hashCode('7KIO-Q9XD-0HVT-3R5B')).toBe(hash);
	expect(hashCode('7K10-Q9XD-0HVT-3R5C')).not.toBe(hash);
});

it('never gives the same twice', () => {
	expect(newCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
	expect(new Set(Array.from({ length: 1000 }, newCode)).size).toBe(1000);
	expect(newSecret()).not.toBe(newSecret());
});
