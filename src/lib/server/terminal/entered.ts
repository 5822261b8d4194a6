/**
 * From what a terminal showed to the commands that were entered at its prompts. It reads the screen
 * and never the keys: what was typed where nothing is shown is not there to be read.
 */
import { Terminal } from './headless.ts';
import type { WindowSize } from '#lib/server/sandbox/index.ts';

/** What a recording holds: `o` is output, `r` a change of size such as `80x24`. */
export type Shown = [seconds: number, kind: string, data: string];

export interface Entered {
	seconds: number;
	command: string;
}

/** A shell's prompt as our images have it, and those of the clients one works with. */
const PROMPT =
	/^(?:[\w.-]+@[\w.-]+:.*?[$#]|(?:MariaDB \[[^\]]*\]|mysql|sqlite|bird|redis)>|\w+[=-][#>]|>>>) +(\S.*)$/;
const LONGEST = 300;
const MOST_ROWS = 12;
/** So much text waits to be drawn at most. */
const PIECE = 64 * 1024;

export async function enteredIn(shown: Iterable<Shown>, size: WindowSize, most: number): Promise<Entered[]> {
	const terminal = new Terminal({ ...size, scrollback: 50, allowProposedApi: true });
	const entered: Entered[] = [];
	/** Of the text that is being drawn. */
	let now = 0;
	terminal.onLineFeed(() => {
		const command = PROMPT.exec(lineAbove(terminal))?.[1]?.trim();
		if (command && entered.length < most) entered.push({ seconds: now, command: command.slice(0, LONGEST) });
	});
	const drawn = () => new Promise<void>((resolve) => terminal.write('', resolve));
	try {
		let waiting = 0;
		for (const [seconds, kind, data] of shown) {
			if (kind === 'r' || waiting > PIECE) {
				await drawn();
				waiting = 0;
			}
			if (kind === 'r') resize(terminal, data);
			if (kind !== 'o') continue;
			terminal.write('', () => (now = seconds));
			terminal.write(data);
			waiting += data.length;
		}
		await drawn();
	} finally {
		terminal.dispose();
	}
	return entered;
}

type Screen = InstanceType<typeof Terminal>;

/** The line that has just ended, all its rows of the screen together; empty in full-screen programs. */
function lineAbove({ buffer: { active } }: Screen): string {
	if (active.type !== 'normal') return '';
	let row = active.baseY + active.cursorY - 1;
	let text = active.getLine(row)?.translateToString(true) ?? '';
	for (let rows = 1; rows < MOST_ROWS && active.getLine(row)?.isWrapped; rows++)
		text = (active.getLine(--row)?.translateToString(false) ?? '') + text;
	return text;
}

function resize(terminal: Screen, written: string): void {
	const [cols = 0, rows = 0] = written.split('x').map(Number);
	if (cols > 0 && cols <= 1000 && rows > 0 && rows <= 1000) terminal.resize(cols, rows);
}
