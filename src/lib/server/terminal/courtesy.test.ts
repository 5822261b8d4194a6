import { describe, expect, it } from 'vitest';
import { Courtesy, Measure } from './courtesy.ts';

const KIB = 1024;
const [ada, bob] = [{}, {}];

describe('courtesy', () => {
	it('is owed to somebody else who types, and only while they do', () => {
		const courtesy = new Courtesy();
		expect(courtesy.isOwed(ada, 0)).toBe(false);
		courtesy.typed(bob, 100);
		expect(courtesy.isOwed(ada, 900)).toBe(true);
		expect(courtesy.isOwed(bob, 900)).toBe(false);
		expect(courtesy.isOwed(ada, 1200)).toBe(false);
	});

	it('is owed by who types as well, when another does', () => {
		const courtesy = new Courtesy();
		courtesy.typed(bob, 0);
		courtesy.typed(ada, 100);
		courtesy.typed(ada, 200);
		expect(courtesy.isOwed(ada, 300)).toBe(true);
		expect(courtesy.isOwed(bob, 300)).toBe(true);
	});
});

describe('a shell', () => {
	it('prints a long answer at once without waiting for anybody', () => {
		const measure = new Measure();
		expect(measure.printed(900 * KIB)).toBe(0);
	});

	it('waits when it floods, never long, and is forgiven when it was quiet', () => {
		const measure = new Measure();
		const began = performance.now();
		const waits = Array.from({ length: 400 }, () => measure.printed(64 * KIB, began));
		expect(waits.slice(20).every((wait) => wait > 10 && wait <= 50)).toBe(true);
		expect(measure.printed(64 * KIB, began + 1000)).toBe(0);
	});
});
