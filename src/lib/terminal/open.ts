/**
 * A terminal drawn in an element and joined to its line. Loaded when needed: it is large, and needs a
 * browser. What it hears it tells; what is done about it is the pane's.
 */
import type { Terminal } from '@xterm/xterm';
import { hearClipboard } from './clipboard.ts';
import { awaitFont, draw, drawFast, wished } from './draw.ts';
import { TerminalLink, type LinkState } from './link.ts';
import { cleaned } from './paste.ts';
import { terminalUrl } from './protocol.ts';
import type { Settings } from './settings.ts';
import { commandOf, isPaste } from './shortcuts.ts';
import { followSize, type Size } from './size.ts';
import { controlled, type TouchKey } from './touch-keys.ts';
import type { Measured } from './widths.ts';

export interface TerminalOptions {
	element: HTMLElement;
	runId: number;
	host: string;
	shell: string;
	settings: Settings;
	told: Told;
}

export interface Told {
	state(state: LinkState): void;
	/** Another window sets the size; null: this one does. */
	follows(size: Size | null): void;
	focus(): void;
	/** Something was printed. */
	output(): void;
	bell(): void;
	/** Somebody pastes; `bracketed`: the program takes it as one piece. */
	paste(text: string, bracketed: boolean): void;
	/** A program wants this on the clipboard. */
	clipboard(text: string): void;
	/** A link that is asked about before it opens. */
	link(address: string): void;
	/** The key that goes with a held Ctrl has come. */
	released(): void;
}

export interface OpenTerminal {
	readonly terminal: Terminal;
	focus(): void;
	/** Put a command at the prompt and run it, as soon as there is a line. */
	run(command: string): void;
	paste(text: string): void;
	press(key: TouchKey): void;
	/** The next character is typed with Ctrl. */
	holdControl(held: boolean): void;
	/** Connect again, to the shell that is there or a new one. */
	reconnect(): void;
	/** This window sets the size from now on. */
	takeSize(): void;
	/** End the shell, for everybody who looks at it. */
	end(): void;
	wish(settings: Settings): void;
	close(): void;
}

/** The first prompt comes before anything it does not need. */
const FAST_AFTER_MILLISECONDS = 400;
/** What an emulator answers when it is asked who it is, where its cursor stands, or what its colours are. */
// eslint-disable-next-line no-control-regex -- that is how answers begin
const ANSWER = /^\x1b(\[[?>=]?[\d;]*\$?[cnRyt]|[\]P])/;
/** Commands that wait for the line. */
const MOST_WAITING = 20;

export function openTerminal({ element, settings, told, ...place }: TerminalOptions): OpenTerminal {
	const { terminal, fit, widths } = draw(element, settings);
	const sizes = followSize({
		element,
		terminal,
		propose: () => fit.proposeDimensions(),
		follows: told.follows
	});
	const state = { control: false, link: 'connecting' as LinkState['is'], waiting: [] as string[] };
	const link = new TerminalLink({
		...screenOf(terminal, widths, sizes.follow),
		url: () => terminalUrl(place.runId, place.host, place.shell, terminal),
		state(now) {
			state.link = now.is;
			if (now.is === 'open') for (const command of state.waiting.splice(0)) run(command);
			told.state(now);
		}
	});
	sizes.onResize((size) => link.resize(size));
	const run = (command: string) => {
		if (state.link !== 'open') return state.waiting.length < MOST_WAITING && state.waiting.push(command);
		terminal.paste(command.replace(/\n+$/, ''));
		link.type('\r');
	};
	hear(terminal, element, told);
	const typed = (text: string) => {
		if (state.link === 'ended' && text === '\r') return link.connect();
		sizes.take();
		link.type(state.control ? controlled(text) : text);
		if (state.control) told.released();
		state.control = false;
	};
	terminal.onData((text) => (isRestoring(terminal) && ANSWER.test(text)) || typed(text));
	terminal.onBinary((text) => link.typeBytes(bytesOf(text)));
	const later = setTimeout(() => improve(terminal, widths, told.link), FAST_AFTER_MILLISECONDS);
	void awaitFont(terminal, sizes.refit);
	link.connect();

	return {
		terminal,
		focus: () => terminal.focus(),
		run,
		paste: (text) => terminal.paste(cleaned(text)),
		press: ({ sends, application }) =>
			typed(terminal.modes.applicationCursorKeysMode && application ? application : sends),
		holdControl: (held) => (state.control = held),
		reconnect: () => link.connect(),
		takeSize: sizes.take,
		end: () => link.end(),
		wish(settings) {
			Object.assign(terminal.options, wished(settings));
			sizes.refit();
		},
		close() {
			clearTimeout(later);
			sizes.close();
			link.close();
			terminal.dispose();
		}
	};
}

function improve(terminal: Terminal, widths: Measured, onlink: Told['link']) {
	void import('./links.ts').then(
		({ addLinks }) => terminal.element?.isConnected && addLinks(terminal, onlink)
	);
	void widths.fetch();
	void drawFast(terminal);
}

const bytesOf = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

const restoring = new WeakSet<Terminal>();
/** A picture may hold questions the emulator would answer; answers belong to live output only. */
const isRestoring = (terminal: Terminal) => restoring.has(terminal);

function screenOf(terminal: Terminal, widths: Measured, follow: (size: Size) => void) {
	return {
		draw(bytes: Uint8Array, drawn: () => void) {
			widths.write(bytes, () => {
				restoring.delete(terminal);
				drawn();
			});
		},
		screen(size: Size) {
			restoring.add(terminal);
			terminal.reset();
			if (size.cols !== terminal.cols || size.rows !== terminal.rows) follow(size);
		},
		size: follow
	};
}

/** What happens in the terminal, told. */
function hear(terminal: Terminal, element: HTMLElement, told: Told) {
	terminal.attachCustomKeyEventHandler((event) => !commandOf(event) && !isPaste(event));
	terminal.onBell(() => told.bell());
	terminal.onWriteParsed(() => isRestoring(terminal) || told.output());
	terminal.textarea?.addEventListener('focus', () => told.focus());
	hearClipboard(terminal, (text) => isRestoring(terminal) || told.clipboard(text));
	element.addEventListener(
		'paste',
		(event) => {
			event.preventDefault();
			event.stopPropagation(); // the emulator would type it at once
			told.paste(event.clipboardData?.getData('text/plain') ?? '', terminal.modes.bracketedPasteMode);
		},
		{ capture: true }
	);
}
