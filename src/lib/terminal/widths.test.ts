import Headless from '@xterm/headless';
import type { Terminal } from '@xterm/xterm';
import { expect, test } from 'vitest';
import { measured } from './widths.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('an emoji waits for its width, takes two cells, and nothing overtakes it', async () => {
	const terminal = new Headless.Terminal({ allowProposedApi: true, cols: 40, rows: 3 });
	const { write } = measured(terminal as unknown as Terminal);
	const order: string[] = [];
	await new Promise<void>((done) => {
		write(bytes('$ '), () => order.push('plain'));
		write(bytes('🙂x'), () => order.push('emoji'));
		write(bytes('after'), () => (order.push('after'), done()));
	});
	const line = terminal.buffer.active.getLine(0);
	expect(order).toEqual(['plain', 'emoji', 'after']);
	expect(line?.translateToString(true)).toBe('$ 🙂xafter');
	expect(line?.getCell(2)?.getWidth()).toBe(2); // without the tables it would be one
	terminal.dispose();
});

test('what is plain is drawn at once', async () => {
	const terminal = new Headless.Terminal({ allowProposedApi: true });
	const { write } = measured(terminal as unknown as Terminal);
	await new Promise<void>((done) => write(bytes('learner@box:~$ '), done));
	expect(terminal.unicode.activeVersion).toBe('6'); // nothing was fetched for it
	terminal.dispose();
});
