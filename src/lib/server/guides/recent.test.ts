import { expect, test } from 'vitest';
import { Recent } from './recent.ts';

test('what was used last stays, what was not goes when the room is full', () => {
	const recent = new Recent<string>(30);
	recent.keep('a', 'x'.repeat(8));
	recent.keep('b', 'y'.repeat(8));
	expect(recent.find('a')).toBe('x'.repeat(8));
	recent.keep('c', 'z'.repeat(8));
	expect([recent.find('a') !== null, recent.find('b'), recent.find('c') !== null]).toEqual([
		true,
		null,
		true
	]);
});

test('keeping the same again takes no more room', () => {
	const recent = new Recent<string>(30);
	for (let n = 0; n < 10; n++) recent.keep('a', 'x'.repeat(8));
	recent.keep('b', 'y'.repeat(8));
	expect(recent.find('a')).not.toBeNull();
});

test('what is larger than the room is handed back and not kept', () => {
	const recent = new Recent<string>(5);
	expect(recent.keep('a', 'much too long')).toBe('much too long');
	expect(recent.find('a')).toBeNull();
});
