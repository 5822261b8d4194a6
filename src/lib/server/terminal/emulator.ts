/**
 * A screen nobody looks at: it follows what a shell prints, so that who comes back is given the
 * picture itself. Replaying raw bytes would garble full-screen programs, and make the visitor's
 * terminal answer questions that were asked long ago.
 */
import type { WindowSize } from '#lib/server/sandbox/index.ts';
import { SerializeAddon, Terminal, Unicode11Addon } from './headless.ts';
import { skim } from './skim.ts';

const SCROLLBACK_LINES = 2000;
/** How the serializer changes to the screen that full-screen programs draw on. */
const OTHER_SCREEN = '\x1b[?1049h\x1b[H';

/** What the emulator knows and its public face does not tell; emulator.test.ts notices when it moves. */
interface Inside {
	_core: {
		buffer: { x: number; y: number; scrollTop: number; scrollBottom: number };
		coreService: { isCursorHidden: boolean };
		_inputHandler: { _parser: { currentState: number }; _utf8Decoder: { interim: Uint8Array } };
	};
}

/** Output that has not been drawn, and who waits for it. */
interface Undrawn {
	bytes: Uint8Array;
	drawn: (() => void) | undefined;
}

export class Emulator {
	readonly #terminal: InstanceType<typeof Terminal>;
	readonly #serializer = new SerializeAddon();
	#closed = false;
	/** Writes that the terminal is at. */
	#drawing = 0;
	/** What has come meanwhile. */
	#undrawn: Undrawn[] = [];

	constructor({ cols, rows }: WindowSize) {
		this.#terminal = new Terminal({ cols, rows, scrollback: SCROLLBACK_LINES, allowProposedApi: true });
		// The addons are typed for the browser's terminal; what they use of it is in this one too.
		this.#terminal.loadAddon(this.#serializer as never);
		this.#terminal.loadAddon(new Unicode11Addon() as never);
		this.#terminal.unicode.activeVersion = '11';
	}

	get size(): WindowSize {
		return { cols: this.#terminal.cols, rows: this.#terminal.rows };
	}

	/** In the middle of a character or of a control sequence: a picture of now could not be continued. */
	get isInTheMiddle(): boolean {
		const { _parser, _utf8Decoder } = this.#inside._inputHandler;
		return _parser.currentState !== 0 || _utf8Decoder.interim[0] !== 0;
	}

	/** In the order of the calls. `drawn` is not called any more once it is closed. */
	write(bytes: Uint8Array | string, drawn?: () => void): void {
		if (this.#closed) return;
		if (typeof bytes !== 'string') {
			this.#undrawn.push({ bytes, drawn });
			if (this.#drawing === 0) this.#catchUp();
			return;
		}
		this.#catchUp();
		this.#draw(bytes, drawn);
	}

	/** Draws all that has come, and of a flood its end. */
	#catchUp(): void {
		const all = this.#undrawn;
		if (all.length === 0) return;
		this.#undrawn = [];
		const bytes = all.length === 1 ? all[0]!.bytes : Buffer.concat(all.map(({ bytes }) => bytes));
		const from = this.#mayBeSkimmed ? skim(bytes, SCROLLBACK_LINES + this.#terminal.rows) : 0;
		this.#draw(bytes.subarray(from), () => {
			for (const { drawn } of all) drawn?.();
		});
	}

	#draw(what: Uint8Array | string, drawn: (() => void) | undefined): void {
		this.#drawing += 1;
		this.#terminal.write(what, () => {
			this.#drawing -= 1;
			if (this.#closed) return;
			drawn?.();
			if (this.#drawing === 0) this.#catchUp();
		});
	}

	/** Nothing is half said, and every line goes to the bottom and out at the top. */
	get #mayBeSkimmed(): boolean {
		const { scrollTop, scrollBottom } = this.#inside.buffer;
		const isWhole = scrollTop === 0 && scrollBottom === this.#terminal.rows - 1;
		return this.#drawing === 0 && isWhole && !this.isInTheMiddle;
	}

	/** What draws this screen on an empty one; `lines` of what has scrolled away come with it. */
	picture(lines = SCROLLBACK_LINES): string {
		const { normal } = this.#terminal.buffer;
		const before = this.#cursorAt(normal.cursorX, normal.cursorY);
		const picture = this.#serializer.serialize({ scrollback: lines });
		// A program's own screen begins plain, whatever colour was last in use.
		return picture.replace(OTHER_SCREEN, `${before}${OTHER_SCREEN}\x1b[0m`) + this.#rest();
	}

	/** The last lines of what is on the screen, as plain text. */
	glance(lines: number): string {
		const { buffer, rows } = this.#terminal;
		const { active } = buffer;
		const texts = Array.from({ length: rows }, (_, row) => active.getLine(active.baseY + row));
		return texts
			.map((line) => line?.translateToString(true) ?? '')
			.join('\n')
			.trimEnd()
			.split('\n')
			.slice(-lines)
			.join('\n');
	}

	resize({ cols, rows }: WindowSize): void {
		if (cols !== this.#terminal.cols || rows !== this.#terminal.rows) this.#terminal.resize(cols, rows);
	}

	close(): void {
		this.#closed = true;
		this.#terminal.dispose();
	}

	get #inside() {
		return (this.#terminal as unknown as Inside)._core;
	}

	/**
	 * What the serializer leaves out or gets wrong: the region that scrolls, a cursor that hides, and where it
	 * stands after a line that fills its row, from which it counts one too few.
	 */
	#rest(): string {
		const { buffer, coreService } = this.#inside;
		const { x, y, scrollTop, scrollBottom } = buffer;
		const scrolls = scrollTop !== 0 || scrollBottom !== this.#terminal.rows - 1;
		const region = scrolls ? `\x1b[${scrollTop + 1};${scrollBottom + 1}r` : '';
		const from = this.#terminal.modes.originMode ? scrollTop : 0;
		return region + this.#cursorAt(x, y - from) + (coreService.isCursorHidden ? '\x1b[?25l' : '');
	}

	/** Nothing where it waits behind the last column: the picture ends there by itself, and no word leads there. */
	#cursorAt(x: number, y: number): string {
		return x < this.#terminal.cols ? `\x1b[${y + 1};${x + 1}H` : '';
	}
}
