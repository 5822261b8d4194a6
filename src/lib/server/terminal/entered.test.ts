import { expect, test } from 'vitest';
import { enteredIn, type Shown } from './entered.ts';

const SIZE = { cols: 40, rows: 6 };
const commands = async (...shown: Shown[]) =>
	(await enteredIn(shown, SIZE, 50)).map(({ command }) => command);
const PROMPT = '\x1b[32mlearner@box\x1b[0m:\x1b[34m~\x1b[0m$ ';

test('a command is what stood at the prompt when the line ended, mistakes mended', async () => {
	expect(
		await commands(
			[1, 'o', PROMPT],
			[2, 'o', 'sv statsu'],
			[3, 'o', '\b\b\x1b[Kus web\r\n'],
			[4, 'o', 'down: web: 3s\r\n'],
			[5, 'o', `${PROMPT}\r\n`], // Enter alone
			[6, 'o', `learner@box:/etc [1]# sv up web\r\nok\r\n`]
		)
	).toEqual(['sv status web', 'sv up web']);
});

test('a line longer than the screen is one command, at any size', async () => {
	const long = `echo ${'x'.repeat(60)}`;
	expect(await commands([1, 'o', `${PROMPT}${long}\r\n`])).toEqual([long]);
	expect(await commands([1, 'r', '20x6'], [2, 'o', `${PROMPT}${long}\r\n`])).toEqual([long]);
});

test('a password, the output of programs and full screens are no commands', async () => {
	expect(
		await commands(
			[1, 'o', `${PROMPT}sudo id\r\n[sudo] password for learner: `],
			[2, 'o', '\r\nuid=0(root)\r\n'],
			[3, 'o', `\x1b[?1049hlearner@box:~$ in vim\r\n\x1b[?1049l`],
			[4, 'o', 'MariaDB [shop]> select 1;\r\n']
		)
	).toEqual(['sudo id', 'select 1;']);
});

test('moments come along, and no more than were asked for', async () => {
	const shown: Shown[] = [1, 2, 3].map((n) => [n, 'o', `${PROMPT}c${n}\r\n`]);
	expect(await enteredIn(shown, SIZE, 2)).toEqual([
		{ seconds: 1, command: 'c1' },
		{ seconds: 2, command: 'c2' }
	]);
});
