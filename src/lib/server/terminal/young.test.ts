import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { Screen } from './screen.ts';
import { SharedShell } from './shared-shell.ts';
import { Ground, ScriptedShell } from './testing.ts';
import { Viewer } from './viewer.ts';
import { Young } from './young.ts';

const heard = (...texts: (string | Uint8Array)[]) => {
	const young = new Young(true);
	for (const text of texts) young.hear(Buffer.from(text));
	return young.picture()?.toString() ?? null;
};

describe('a young shell', () => {
	it('is drawn by what it has printed: a prompt with colours, lines, letters of every language', () => {
		const prompt = '\x1b[?2004h\x1b[01;32mlearner@box\x1b[00m:~$ ';
		expect(heard(prompt)).toBe(prompt);
		expect(heard('Grüße, 世界 🎉\r\n', prompt)).toBe(`Grüße, 世界 🎉\r\n${prompt}`);
		expect(heard()).toBe('');
	});

	it('leaves out its title, which belongs to the window', () => {
		expect(heard('\x1b]0;learner@box: ~\x07$ ')).toBe('$ ');
	});

	it.each([
		['moves the cursor', '\x1b[2;2Hx'],
		['asks the terminal what it is', '\x1b[c'],
		['asks for its size in eight bits', '\x9b18t'],
		['repeats without end', 'x\x1b[2147483647b'],
		['rings', '\x07'],
		['goes back over what it wrote', 'ab\x08c'],
		['writes to the clipboard', '\x1b]52;c;aGk=\x07'],
		['has stopped in the middle of a sequence', 'x\x1b[3'],
		['has stopped in the middle of a character', Buffer.from([0xc3])]
	])('that %s is drawn by the screen that follows it', (_, printed) => {
		expect(heard('$ ', printed)).toBeNull();
	});

	it('grows up with four KiB, and was never young to who missed its beginning', () => {
		expect(heard('x'.repeat(4000))).toHaveLength(4000);
		expect(heard('x'.repeat(4000), 'x'.repeat(97))).toBeNull();
		expect(heard('x'.repeat(5000), '$ ')).toBeNull();
		expect(new Young(false).picture()).toBeNull();
	});
});

describe('a terminal on a young shell', () => {
	let ground: Ground;
	beforeEach(async () => {
		ground = new Ground();
		await ground.open();
	});
	afterEach(() => ground.close());

	it('shows the prompt that waited for it, and what follows, even if nobody ever draws a picture', async () => {
		const shell = Object.assign(new ScriptedShell(), { fresh: false, past: 9 });
		const nobody = { say: () => {}, closed: () => {} };
		const shared = new SharedShell(shell, new Screen(1, { cols: 80, rows: 24 }, nobody));
		void shared.run();
		const sent: string[] = [];
		const socket = {
			...{ readyState: 1, OPEN: 1, close: () => {} },
			send: (data: string | Uint8Array) => sent.push(data.toString())
		};
		shared.join(new Viewer(socket as unknown as WebSocket, 'ada'));
		shell.print('learner$ ');
		shell.print('and on');
		const screen = JSON.stringify({ type: 'screen', cols: 80, rows: 24, fresh: false });
		await vi.waitFor(() => expect(sent).toEqual([screen, 'learner$ ', 'and on']));
		shared.close();
	});

	it('says how big the screen is before anything is drawn on it, and what follows fits', async () => {
		const visitor = ground.visit();
		ground.shell.print('one ');
		await visitor.shows('one ');
		ground.shell.print('\x1b[5;5Hfive'); // from here on the screen is drawn by who followed it
		await visitor.shows('five');
		const second = ground.visit();
		await second.shows('five');
		await vi.waitFor(() => expect(second.said[0]).toMatchObject({ type: 'screen', cols: 100, rows: 30 }));
	});
});
