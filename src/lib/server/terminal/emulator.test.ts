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
