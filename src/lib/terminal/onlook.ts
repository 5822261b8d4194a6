/**
 * Somebody else's live terminal. It has their size, and sends nothing unless its owner lets one type;
 * the server sees to that as well.
 */
import { Unicode11Addon } from '@xterm/addon-unicode11';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { TerminalLink, type LinkState } from './link.ts';
import { terminalUrl } from './protocol.ts';
import { withNonce } from './styles.ts';
import { themes } from './themes.ts';

export interface OnlookOptions {
	element: HTMLElement;
	runId: number;
	host: string;
	shell: string;
	onState(state: LinkState): void;
}

export interface Onlook {
	/** Whether keys are sent. */
	typing(on: boolean): void;
	close(): void;
}

const SCROLLBACK_LINES = 2000;

export function openOnlook({ element, runId, host, shell, onState }: OnlookOptions): Onlook {
	const terminal = new Terminal({
		...{ allowProposedApi: true, scrollback: SCROLLBACK_LINES, theme: themes.night.colours, fontSize: 14 },
		...{ disableStdin: true, cursorBlink: false, minimumContrastRatio: 4.5 },
		fontFamily: getComputedStyle(element).getPropertyValue('--mono') || 'monospace'
	});
	terminal.loadAddon(new Unicode11Addon());
	terminal.unicode.activeVersion = '11';
	withNonce(() => terminal.open(element));
	const resize = ({ cols, rows }: { cols: number; rows: number }) => terminal.resize(cols, rows);
	const link = new TerminalLink({
		url: () => `${terminalUrl(runId, host, shell, { cols: terminal.cols, rows: terminal.rows })}&watch=1`,
		draw: (bytes, drawn) => terminal.write(bytes, drawn),
		screen(size) {
			terminal.reset();
			resize(size);
		},
		size: resize,
		state: onState
	});
	let typing = false;
	let pressed = false;
	// Only what a key was pressed for: a program's question is answered by its owner's terminal.
	terminal.onKey(() => (pressed = true));
	for (const deed of ['paste', 'compositionend', 'input'])
		terminal.textarea?.addEventListener(deed, () => (pressed = true), true);
	terminal.onData((text) => {
		if (typing && pressed) link.type(text);
		pressed = false;
	});
	link.connect();
	return {
		typing(on) {
			typing = on;
			terminal.options.disableStdin = !on;
			if (on) terminal.focus();
		},
		close() {
			link.close();
			terminal.dispose();
		}
	};
}
