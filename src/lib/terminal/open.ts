/** A terminal drawn in an element and joined to its line. Loaded when needed: it is large, and needs a browser. */
import { FitAddon } from '@xterm/addon-fit';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { TerminalLink, type LinkState } from './link.ts';
import { terminalUrl } from './protocol.ts';
import { withNonce } from './styles.ts';
import { dark } from './themes.ts';

export interface TerminalOptions {
	element: HTMLElement;
	runId: number;
	host: string;
	shell: string;
	screenReader: boolean;
	fontSize: number;
	onState(state: LinkState): void;
	/** The keyboard's way out: Shift+F6. */
	onLeave(): void;
}

export interface OpenTerminal {
	focus(): void;
	/** Put a command at the prompt and run it. */
	run(command: string): void;
	/** Connect again, to the shell that is there or a new one. */
	reconnect(): void;
	screenReader(on: boolean): void;
	fontSize(size: number): void;
	close(): void;
}

const SCROLLBACK_LINES = 5000;

export function openTerminal(options: TerminalOptions): OpenTerminal {
	const { element } = options;
	const { terminal, fit } = draw(options);
	const link = join(terminal, options);
	const refit = () => {
		const wanted = fit.proposeDimensions();
		if (!wanted || !Number.isFinite(wanted.cols) || element.clientHeight === 0) return;
		if (wanted.cols === terminal.cols && wanted.rows === terminal.rows) return;
		fit.fit();
		link.resize({ cols: terminal.cols, rows: terminal.rows });
	};
	const watching = new ResizeObserver(refit);
	watching.observe(element);
	link.connect();

	return {
		focus: () => terminal.focus(),
		run(command) {
			terminal.paste(command.replace(/\n+$/, ''));
			link.type('\r');
			terminal.focus();
		},
		reconnect: () => link.connect(),
		screenReader: (on) => (terminal.options.screenReaderMode = on),
		fontSize(size) {
			terminal.options.fontSize = size;
			refit();
		},
		close() {
			watching.disconnect();
			link.close();
			terminal.dispose();
		}
	};
}

function draw({ element, fontSize, screenReader, onLeave }: TerminalOptions) {
	const terminal = new Terminal({
		allowProposedApi: true,
		cursorBlink: !matchMedia('(prefers-reduced-motion: reduce)').matches,
		fontFamily: getComputedStyle(element).getPropertyValue('--mono') || 'monospace',
		fontSize,
		minimumContrastRatio: 4.5, // programs choose pairs like blue on green, and everybody has to read them
		scrollback: SCROLLBACK_LINES,
		screenReaderMode: screenReader,
		theme: dark
	});
	const fit = new FitAddon();
	terminal.loadAddon(fit);
	terminal.loadAddon(new Unicode11Addon());
	terminal.unicode.activeVersion = '11';
	withNonce(() => terminal.open(element));
	fit.fit();
	void drawFast(terminal);
	terminal.attachCustomKeyEventHandler((event) => {
		if (event.key !== 'F6' || !event.shiftKey) return true;
		if (event.type === 'keydown') onLeave();
		return false;
	});
	return { terminal, fit };
}

function join(terminal: Terminal, { runId, host, shell, onState }: TerminalOptions): TerminalLink {
	let restoring = false;
	const link = new TerminalLink({
		url: () => terminalUrl(runId, host, shell, { cols: terminal.cols, rows: terminal.rows }),
		draw(bytes, drawn) {
			terminal.write(bytes, () => {
				restoring = false;
				drawn();
			});
		},
		screen(size) {
			// The picture may hold questions the emulator would answer; answers belong to live output only.
			restoring = true;
			terminal.reset();
			if (size.cols !== terminal.cols || size.rows !== terminal.rows) terminal.resize(size.cols, size.rows);
		},
		size: ({ cols, rows }) => terminal.resize(cols, rows),
		state: onState
	});
	terminal.onData((text) => restoring || link.type(text));
	terminal.onBinary(
		(text) => restoring || link.typeBytes(Uint8Array.from(text, (char) => char.charCodeAt(0)))
	);
	return link;
}

/** On the graphics card where there is one, by the document otherwise. */
async function drawFast(terminal: Terminal) {
	const { WebglAddon } = await import('@xterm/addon-webgl');
	try {
		const webgl = new WebglAddon();
		webgl.onContextLoss(() => webgl.dispose());
		terminal.loadAddon(webgl);
	} catch {
		// No WebGL here: the emulator's own renderer draws.
	}
}
