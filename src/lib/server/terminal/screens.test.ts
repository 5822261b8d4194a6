import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Screens, type ScreenOpening } from './screens.ts';
import type { Screen } from './screen.ts';

let folder: string;
let open: Screens[];
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'labwright-screens-'));
	open = [];
});
afterEach(async () => {
	await Promise.all(open.map((screens) => screens.close()));
	rmSync(folder, { recursive: true, force: true });
});

const size = { cols: 40, rows: 10 };
const fresh: ScreenOpening = { size, standing: { fresh: true, from: 0, past: 0 }, recording: null };
const joined = (from: number, past: number): ScreenOpening => ({
	...fresh,
	standing: { fresh: false, from, past }
});

/** A server's screens; another one is the server after it was killed. */
function server(): Screens {
	const screens = new Screens({ folder, log: pino({ level: 'silent' }) });
	open.push(screens);
	return screens;
}
const on = (screens: Screens, opening: ScreenOpening) => screens.open('1/1/box/main', opening, () => {});
const print = (screen: Screen, text: string) => void screen.write(Buffer.from(text));
const picture = (screen: Screen) =>
	new Promise<string>((resolve) => screen.picture((bytes) => resolve(Buffer.from(bytes).toString())));
const kept = (words: string) =>
	vi.waitFor(() => expect(readFileSync(join(folder, '1.1.box.main.screen'), 'utf8')).toContain(words), {
		timeout: 15_000,
		interval: 50
	});

describe('screens', () => {
	it('are seen at a glance as their last lines, without colours or control', async () => {
		const screen = on(server(), fresh);
		const lines = Array.from({ length: 30 }, (_, n) => `\x1b[3${n % 8}mline ${n}\x1b[0m\r\n`).join('');
		print(screen, `${lines}$ `);
		const seen = await screen.glance();
		expect(seen).toBe(`${Array.from({ length: 9 }, (_, n) => `line ${n + 21}`).join('\n')}\n$`);
		print(screen, '\x1b[2J\x1b[Hin a program');
		expect(await screen.glance()).toBe('in a program');
		screen.close(true);
		expect(await screen.glance()).toBe('');
	});

	it('come back after a crash with what has scrolled away, though the shell remembers only its end', async () => {
		const before = on(server(), fresh);
		const lines = Array.from({ length: 60 }, (_, n) => `line ${n}\r\n`).join('');
		print(before, lines);
		await kept('line 59');

		const later = 'printed meanwhile';
		const memory = lines.slice(-100) + later;
		const after = on(server(), joined(lines.length - 100, memory.length));
		print(after, memory);
		const shown = await picture(after);
		expect(shown).toContain('line 0\r\n');
		expect(shown.match(/line 59/g)).toHaveLength(1);
		expect(shown).toContain(later);
	});

	it('are drawn to their end at the size they were printed for, then follow the new one', async () => {
		const before = on(server(), fresh);
		print(before, 'first');
		await kept('first');
		const beyond = '\x1b[1;60HX'; // where forty columns end at the fortieth
		const after = on(server(), { ...joined(0, 5 + beyond.length), size: { cols: 80, rows: 20 } });
		after.resize({ cols: 80, rows: 20 });
		print(after, `first${beyond}`);
		const sized = await new Promise((resolve) => after.picture((_bytes, size) => resolve(size)));
		expect(sized).toEqual({ cols: 80, rows: 20 });
		expect(await picture(after)).toContain('\x1b[34CX');
	});

	it('are never those of a shell that has ended', async () => {
		const before = on(server(), fresh);
		print(before, 'of the first shell');
		await kept('of the first shell');
		const after = on(server(), fresh);
		print(after, 'second');
		expect(await picture(after)).not.toContain('first');

		await kept('second');
		after.close(true);
		await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]), { timeout: 15_000 });
	});

	it('survive a file that is damaged, and forget those that are old', async () => {
		writeFileSync(join(folder, '1.1.box.main.screen'), 'not ours');
		writeFileSync(join(folder, '9.1.box.main.screen'), 'old');
		utimesSync(join(folder, '9.1.box.main.screen'), new Date(0), new Date(0));
		const screen = on(server(), joined(0, 4));
		print(screen, 'text');
		expect(await picture(screen)).toContain('text');
		expect(readdirSync(folder)).not.toContain('9.1.box.main.screen');
	});

	it('are on disk when the server ends in peace', async () => {
		const screens = server();
		const screen = on(screens, fresh);
		print(screen, 'the very last word');
		await picture(screen);
		await screens.close();
		expect(readFileSync(join(folder, '1.1.box.main.screen'), 'utf8')).toContain('the very last word');
	});

	it('make their source wait when they cannot keep up, and let it go on', async () => {
		const screen = on(server(), fresh);
		const waits: (Promise<void> | undefined)[] = [];
		for (let n = 0; n < 40; n++) waits.push(screen.write(Buffer.alloc(64 * 1024, 'y')));
		expect(waits.some(Boolean)).toBe(true);
		await waits.at(-1);
	});
});
