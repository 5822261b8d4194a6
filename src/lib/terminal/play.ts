/**
 * A recording on a screen. Nothing it shows is answered: what learners printed may hold questions to
 * a terminal, and nobody's keyboard is behind this one.
 */
import { Unicode11Addon } from '@xterm/addon-unicode11';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { sizeIn, wayTo, type Cast } from './cast.ts';
import { withNonce } from './styles.ts';
import { themes } from './themes.ts';

export interface PlayerOptions {
	element: HTMLElement;
	cast: Cast;
	/** The moment shown, in seconds; `playing` turns false at the end. */
	onMoment(seconds: number, playing: boolean): void;
}

export interface Player {
	play(): void;
	pause(): void;
	seek(seconds: number): void;
	speed(times: number): void;
	/** What the screen shows, as text, with what has scrolled away. */
	text(): string;
	close(): void;
}

const FRAME_MILLISECONDS = 40;
const SCROLLBACK_LINES = 2000;

export function openPlayer({ element, cast, onMoment }: PlayerOptions): Player {
	const terminal = draw(element, cast);
	let [seconds, done, times] = [0, 0, 1];
	let ticking: ReturnType<typeof setInterval> | undefined;

	const pause = () => {
		clearInterval(ticking);
		ticking = undefined;
		onMoment(seconds, false);
	};
	const show = (moment: number) => {
		const { from, to } = wayTo(cast, moment, done);
		if (from !== done) begin(terminal, cast, from);
		for (const event of cast.events.slice(from, to)) {
			const size = event.kind === 'size' ? sizeIn(event.data) : null;
			// After what was written before it, which was for the old size.
			if (size) terminal.write('', () => terminal.resize(size.cols, size.rows));
			else if (event.kind === 'output') terminal.write(event.data);
		}
		[seconds, done] = [moment, to];
	};
	return {
		play() {
			if (ticking) return;
			if (seconds >= cast.seconds) show(0);
			let last = performance.now();
			ticking = setInterval(() => {
				const now = performance.now();
				show(Math.min(cast.seconds, seconds + ((now - last) / 1000) * times));
				last = now;
				if (seconds >= cast.seconds) pause();
				else onMoment(seconds, true);
			}, FRAME_MILLISECONDS);
		},
		pause,
		seek(to) {
			show(Math.min(Math.max(0, to), cast.seconds));
			terminal.write('', () => onMoment(seconds, ticking !== undefined));
		},
		speed: (wanted) => (times = wanted),
		text: () => textOf(terminal),
		close() {
			clearInterval(ticking);
			terminal.dispose();
		}
	};
}

function draw(element: HTMLElement, { cols, rows }: Cast): Terminal {
	const terminal = new Terminal({
		...{ allowProposedApi: true, cols, rows, scrollback: SCROLLBACK_LINES, theme: themes.night.colours },
		...{ disableStdin: true, cursorBlink: false, fontSize: 14, minimumContrastRatio: 4.5 },
		fontFamily: getComputedStyle(element).getPropertyValue('--mono') || 'monospace'
	});
	terminal.loadAddon(new Unicode11Addon());
	terminal.unicode.activeVersion = '11';
	withNonce(() => terminal.open(element));
	// The text beside it is for those who cannot see; this is a picture.
	terminal.textarea?.setAttribute('tabindex', '-1');
	return terminal;
}

/** The screen as it was before this event, as far as it counts: the size is that of the last change. */
function begin(terminal: Terminal, cast: Cast, from: number) {
	const last = cast.events.slice(0, from).findLast(({ kind }) => kind === 'size');
	const { cols, rows } = sizeIn(last?.data ?? '') ?? cast;
	terminal.write('\x1bc', () => terminal.resize(cols, rows));
}

function textOf(terminal: Terminal): string {
	const { active } = terminal.buffer;
	const lines: string[] = [];
	for (let row = 0; row < active.length; row++) {
		const line = active.getLine(row);
		if (line?.isWrapped && lines.length > 0) lines[lines.length - 1] += line.translateToString(true);
		else lines.push(line?.translateToString(true) ?? '');
	}
	return lines.join('\n').trimEnd();
}
