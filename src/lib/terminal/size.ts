/**
 * Whose window sets the size of a shell: the one it was used in last. A terminal fits its element only
 * while that is this window's; else it has the size of the other's.
 */
import type { Terminal } from '@xterm/xterm';

export interface Size {
	cols: number;
	rows: number;
}

/** A border that is dragged makes many sizes; a program need draw only the last. */
const SETTLED_MILLISECONDS = 80;

interface Sized {
	element: HTMLElement;
	terminal: Terminal;
	propose(): Size | undefined;
	/** Told when another window sets the size, with null when this one does again. */
	follows(size: Size | null): void;
}

export function followSize({ element, terminal, propose, ...told }: Sized) {
	let follows = false;
	let settling: ReturnType<typeof setTimeout> | undefined;
	let tell = (_size: Size) => {};
	const refit = () => {
		const wanted = propose();
		if (!wanted || !Number.isFinite(wanted.cols) || element.clientHeight === 0) return;
		const isOurs = !follows;
		follows = false;
		told.follows(null);
		if (isOurs && wanted.cols === terminal.cols && wanted.rows === terminal.rows) return;
		terminal.resize(wanted.cols, wanted.rows);
		tell({ cols: wanted.cols, rows: wanted.rows });
	};
	let seen = { width: element.clientWidth, height: element.clientHeight };
	const watching = new ResizeObserver(() => {
		const now = { width: element.clientWidth, height: element.clientHeight };
		if (now.height === 0 || (now.width === seen.width && now.height === seen.height)) return;
		seen = now;
		clearTimeout(settling);
		settling = setTimeout(refit, SETTLED_MILLISECONDS);
	});
	watching.observe(element);
	return {
		refit,
		onResize: (listener: (size: Size) => void) => (tell = listener),
		follow({ cols, rows }: Size) {
			if (cols === terminal.cols && rows === terminal.rows) return;
			follows = true;
			terminal.resize(cols, rows);
			told.follows({ cols, rows });
		},
		take: () => follows && refit(),
		close() {
			clearTimeout(settling);
			watching.disconnect();
		}
	};
}
