import { expect, it } from 'vitest';
import { Emulator } from './emulator.ts';

const drawn = (emulator: Emulator, text: string | Uint8Array) =>
	new Promise<void>((resolve) => emulator.write(text, resolve));

const screenWith = async (text: string | Uint8Array, size = { cols: 40, rows: 10 }) => {
	const emulator = new Emulator(size);
	await drawn(emulator, text);
	return emulator;
};

it('gives a picture that draws the same picture again: colours, the other screen, region, hidden cursor', async () => {
	const text =
		'\x1b[31mfirst\x1b[0m line\r\n\x1b[?1049h\x1b[2;8r\x1b[3;5Hin a program\x1b[?25l\x1b[?2004h\x1b[?1h';
	const before = await screenWith(text);
	const after = await screenWith(before.picture());
	expect(after.picture()).toBe(before.picture());
	await drawn(after, '\x1b[?1049l');
	expect(after.picture()).toContain('first');
	expect(before.picture()).toContain('\x1b[2;8r');
	expect(before.picture()).toContain('\x1b[?25l');
});

it('finds an editor again as it was, however often: its cursor, its colours, and the prompt below it', async () => {
	const row = (n: number) => `\x1b[${n};1H~${' '.repeat(39)}`;
	// As vim draws after a change of size: rows that are full, and blue left on.
	const text = `$ ls\r\n${'x'.repeat(40)}\r\n$ vi\r\n\x1b[?1049h\x1b[H\x1b[2Jan unfinished sentence\x1b[1m\x1b[34m${[2, 3, 4, 5, 6, 7, 8, 9, 10].map(row).join('')}\x1b[1;23H`;
	const first = await screenWith(text);
	let last = first;
	for (let times = 0; times < 3; times++) last = await screenWith(last.picture());
	expect(last.picture()).toBe(first.picture());
	await drawn(last, '\x1b[m, finished');
	expect(last.glance(10)).toMatch(/^an unfinished sentence, finished\n~/);
	expect(last.picture()).toContain('\x1b[0man unfinished sentence, finished\r\n\x1b[34;1m~');
	await drawn(last, '\x1b[?1049l$ ls');
	expect(last.glance(10)).toMatch(/^\$ ls\nx+\n\$ vi\n\$ ls$/);
});

it('goes on below a line that fills its row to the end', async () => {
	const before = await screenWith('x'.repeat(40));
	const after = await screenWith(before.picture());
	await drawn(after, 'yy');
	expect(after.glance(10)).toBe(`${'x'.repeat(40)}\nyy`);
});

it.each([
	['a control sequence', '\x1b[3', '1mred'],
	['a character', new Uint8Array([0xe2, 0x82]), new Uint8Array([0xac])],
	['a title', '\x1b]0;half a ti', 'tle\x07']
])('knows when it is in the middle of %s', async (_name, half, rest) => {
	const emulator = await screenWith(half);
	expect(emulator.isInTheMiddle).toBe(true);
	await drawn(emulator, rest);
	expect(emulator.isInTheMiddle).toBe(false);
});

it('calls nobody back once it is closed', async () => {
	const emulator = await screenWith('text');
	const called: string[] = [];
	emulator.write('more', () => called.push('drawn'));
	emulator.close();
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(called).toEqual([]);
});
