/** What a terminal shows, as plain text. */
import type { Terminal } from '@xterm/xterm';

/** The last lines, as they were printed: what the screen has wrapped is one line again. */
export function lastLines(terminal: Terminal, most: number): string[] {
	const { active: buffer } = terminal.buffer;
	const lines: string[] = [];
	let tail = '';
	for (let at = buffer.length - 1; at >= 0 && lines.length < most; at--) {
		const line = buffer.getLine(at);
		if (!line) continue;
		const text = line.translateToString(true) + tail;
		tail = line.isWrapped ? text : '';
		if (!line.isWrapped && (text || lines.length)) lines.push(text);
	}
	return lines.reverse();
}

/** Calls back with each line once it is complete. Returns what stops it. */
export function followLines(terminal: Terminal, line: (text: string) => void): () => void {
	const following = terminal.onLineFeed(() => {
		const { active: buffer } = terminal.buffer;
		const text = buffer.getLine(buffer.baseY + buffer.cursorY - 1)?.translateToString(true);
		if (text) line(text);
	});
	return () => following.dispose();
}
