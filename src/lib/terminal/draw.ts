/** The emulator in an element: its fonts, colours, widths and renderer. */
import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { t } from '#lib/words/index.ts';
import type { Settings } from './settings.ts';
import { withNonce } from './styles.ts';
import { themes } from './themes.ts';
import { measured, type Measured } from './widths.ts';

export interface Drawn {
	terminal: Terminal;
	fit: FitAddon;
	widths: Measured;
}

export function draw(element: HTMLElement, settings: Settings): Drawn {
	Object.assign(Terminal.strings, {
		promptLabel: t('Terminal input'),
		tooMuchOutput: t('Too much output to announce, navigate to rows manually to read')
	});
	const terminal = new Terminal({
		allowProposedApi: true,
		fontFamily: getComputedStyle(element).getPropertyValue('--mono') || 'monospace',
		macOptionClickForcesSelection: true,
		...wished(settings)
	});
	const fit = new FitAddon();
	terminal.loadAddon(fit);
	withNonce(() => terminal.open(element));
	fit.fit();
	return { terminal, fit, widths: measured(terminal) };
}

/** The settings in the emulator's own words. */
export function wished(settings: Settings) {
	const theme = themes[settings.theme];
	return {
		cursorBlink: settings.blink && !matchMedia('(prefers-reduced-motion: reduce)').matches,
		fontSize: settings.fontSize,
		minimumContrastRatio: theme.contrast, // programs choose pairs like blue on green, and everybody has to read them
		scrollback: settings.scrollback,
		screenReaderMode: settings.screenReader,
		theme: theme.colours
	};
}

/**
 * Measures anew when the font has come: until then another stands in, with other widths.
 * Calls back when the size of a character may have changed.
 */
export async function awaitFont(terminal: Terminal, changed: () => void): Promise<void> {
	const { fontFamily = 'monospace', fontSize = 14 } = terminal.options;
	const font = `${fontSize}px ${fontFamily}`;
	if (document.fonts.check(font)) return;
	await document.fonts.load(font).catch(() => []);
	if (!terminal.element?.isConnected) return;
	terminal.options.fontFamily = 'monospace';
	terminal.options.fontFamily = fontFamily;
	changed();
}

/** On the graphics card where there is one, by the document otherwise. Large, and not needed for a first prompt. */
export async function drawFast(terminal: Terminal): Promise<void> {
	const { WebglAddon } = await import('@xterm/addon-webgl');
	if (!terminal.element?.isConnected) return;
	try {
		const webgl = new WebglAddon();
		// What takes its place writes styles of its own.
		webgl.onContextLoss(() => withNonce(() => webgl.dispose()));
		terminal.loadAddon(webgl);
	} catch {
		// No WebGL here: the emulator's own renderer draws.
	}
}
