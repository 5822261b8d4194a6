import { expect, test } from 'vitest';
import { readListing } from './listing.ts';
import { Pace } from './pace.ts';
import { fileName, textIn, withEndings } from './text.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

test('what a host prints in place of a listing is not believed', () => {
	for (const printed of [
		'',
		'\n\n\n',
		'x\ny\nz',
		`${base64('relative')}\n\n\n`,
		`${base64('/')}\n${base64('./a\0')}\n\n`
	])
		expect(readListing(printed)).toBeNull();
	expect(readListing(`${base64('/')}\n${base64('./a\0')}\n\nzz -1 1e9\n`)?.entries).toEqual([
		{ name: 'a', kind: 'other', size: 0, changed: 0, odd: false }
	]);
});

test('a run may do a few things with files at once and many in a minute, others are not kept waiting by it', () => {
	const pace = new Pace();
	const held = [1, 2, 3].map(() => pace.enter(7));
	expect(held.every((one) => typeof one === 'function')).toBe(true);
	expect(pace.enter(7)).toHaveProperty('refused');
	expect(pace.enter(8)).toBeTypeOf('function');
	for (const leave of held) if (typeof leave === 'function') leave();
	let count = 3;
	for (; count < 500; count++) {
		const one = pace.enter(7);
		if (typeof one !== 'function') break;
		one();
	}
	expect(count).toBe(120);
});

test('uploads of everybody together are bounded', () => {
	const pace = new Pace();
	const held = Array.from({ length: 8 }, (_, run) => pace.upload(run));
	expect(pace.upload(99)).toEqual({ refused: expect.stringContaining('Many people') });
	const [first] = held;
	for (let twice = 0; twice < 2; twice++) if (typeof first === 'function') first();
	expect(pace.upload(99)).toBeTypeOf('function');
	expect(pace.upload(98)).toHaveProperty('refused');
});

test('a text is edited only when it comes back as it was', () => {
	expect(textIn('/a', Buffer.from('a\r\nb\r\n'))).toMatchObject({ text: 'a\nb\n', endings: 'crlf' });
	expect(withEndings('a\r\nb', 'lf')).toBe('a\nb');
	expect(withEndings('a\r\nb', 'crlf')).toBe('a\r\nb');
	for (const bytes of [Buffer.from([0xff]), Buffer.from('a\0'), Buffer.from('a\r\nb\n'), Buffer.from('a\rb')])
		expect(textIn('/a', bytes)).toHaveProperty('refused');
});

test('a file that is brought in is called by its last name, and never by a way out', () => {
	expect(['a.txt', 'C:\\x\\b c', '../../etc/passwd', '-rf', 'ä'].map(fileName)).toEqual([
		'a.txt',
		'b c',
		'passwd',
		'-rf',
		'ä'
	]);
	for (const name of ['', '.', '..', 'x/..', 'a\nb', '\0', 'x'.repeat(256)])
		expect(fileName(name)).toBeNull();
});
