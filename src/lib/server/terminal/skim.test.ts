import { describe, expect, it } from 'vitest';
import { Emulator } from './emulator.ts';
import { skim } from './skim.ts';

const SIZE = { cols: 40, rows: 10 };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const numbered = (count: number, line = 'line') =>
	Array.from({ length: count }, (_, at) => `${line} ${at}\r\n`).join('');

/** Drawn in one go while it was busy with something else, as a flood is. */
async function flooded(before: string, flood: string, after = ''): Promise<string> {
	const emulator = new Emulator(SIZE);
	emulator.write(bytesOf(before));
	emulator.write(bytesOf(flood.slice(0, flood.length / 2)));
	emulator.write(bytesOf(flood.slice(flood.length / 2)));
	await new Promise<void>((resolve) => emulator.write(bytesOf(''), resolve));
	await new Promise<void>((resolve) => emulator.write(bytesOf(after), resolve));
	return emulator.picture();
}

/** The same, some lines after the others, so that nothing is left out. */
async function drawnWhole(text: string): Promise<string> {
	const emulator = new Emulator(SIZE);
	const lines = text.split(/(?<=\n)/);
	for (let at = 0; at < lines.length; at += 200)
		await new Promise<void>((resolve) =>
			emulator.write(bytesOf(lines.slice(at, at + 200).join('')), resolve)
		);
	return emulator.picture();
}

describe('a flood whose beginning is not drawn leaves the picture it would have left', () => {
	it.each([
		['plain lines', 'prompt$ cat file', `\r\n${numbered(6000)}`],
		['in a colour that was set before', '\x1b[31mred ', numbered(6000)],
		['with accents, wide characters and tabs', '', numbered(6000, 'é\t日本 « ok »')],
		['lines longer than the screen', '', numbered(5000, 'x'.repeat(100))],
		['on the other screen', '\x1b[?1049hprogram', numbered(6000)],
		['after a region was set', '\x1b[3;6r', numbered(6000)],
		['with colours inside', '', `${numbered(3000)}\x1b[32m${numbered(3000)}`],
		['that ends without a line’s end', '', `${numbered(6000)}the last`],
		['without carriage returns', '', numbered(6000).replaceAll('\r', '')],
		['after half a sequence', '\x1b[3', `1m${numbered(6000)}`]
	])('%s', async (_name, before, flood) => {
		expect(await flooded(before, flood, 'tail')).toBe(await drawnWhole(`${before}${flood}tail`));
	});
});

it('leaves out as much as nobody can see', () => {
	const bytes = bytesOf(numbered(6000));
	const rest = new TextDecoder().decode(bytes.subarray(skim(bytes, 100)));
	expect(rest.startsWith('\r\nline 5900\r\n')).toBe(true);
});

it.each([
	['too few lines', numbered(50)],
	['a control sequence', `\x1b[31m${numbered(6000)}`],
	['one spelt with eight bits', `\u009b31m${numbered(6000)}`],
	['a backspace', `a\b${numbered(6000)}`],
	['no carriage return where it would begin', numbered(6000).replaceAll('\r', '')]
])('draws everything when there is %s', (_name, text) => {
	expect(skim(bytesOf(text), 100)).toBe(0);
});

it('calls back once for everything that was written, in order', async () => {
	const emulator = new Emulator(SIZE);
	const called: number[] = [];
	for (let at = 0; at < 5; at++) emulator.write(bytesOf(numbered(2000)), () => called.push(at));
	await new Promise<void>((resolve) => emulator.write('', resolve));
	expect(called).toEqual([0, 1, 2, 3, 4]);
});
