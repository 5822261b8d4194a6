/**
 * Keys that mean something to the desk and not to the shell. Alt with Shift, and Ctrl with Shift, tell
 * programs in a terminal next to nothing, so little is taken from them. Physical keys count, whatever is
 * written on them; AltGr is never meant.
 */
import type { Phrase } from '#lib/words/index.ts';

export type Deed =
	| 'new'
	| 'right'
	| 'down'
	| 'close'
	| 'rename'
	/** So many tabs, or panes of this one, further on. */
	| 'tab'
	| 'pane'
	/** The tab of this number, from 0. */
	| 'show'
	| 'find'
	| 'copy'
	| 'transcript'
	| 'settings'
	| 'help'
	| 'leave';

export interface Command {
	do: Deed;
	by?: number;
}

type Keys = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey'>;

const withAlt: Record<string, Command> = {
	KeyN: { do: 'new' },
	KeyR: { do: 'right' },
	KeyD: { do: 'down' },
	KeyX: { do: 'close' },
	KeyE: { do: 'rename' },
	ArrowLeft: { do: 'tab', by: -1 },
	ArrowRight: { do: 'tab', by: 1 },
	ArrowUp: { do: 'pane', by: -1 },
	ArrowDown: { do: 'pane', by: 1 },
	KeyL: { do: 'transcript' },
	KeyS: { do: 'settings' },
	KeyH: { do: 'help' },
	...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [`Digit${n}`, { do: 'show', by: n - 1 }]))
};

const withControl: Record<string, Command> = {
	KeyF: { do: 'find' },
	KeyC: { do: 'copy' }
};

/** By what is held besides Shift. */
const commands: Record<string, Record<string, Command>> = {
	'': { F6: { do: 'leave' } },
	Alt: withAlt,
	Ctrl: withControl
};

/** Null: the shell's. */
export function commandOf({ code, altKey, ctrlKey, shiftKey, metaKey }: Keys): Command | null {
	if (!shiftKey || metaKey) return null;
	const held = `${ctrlKey ? 'Ctrl' : ''}${altKey ? 'Alt' : ''}`;
	return commands[held]?.[code] ?? null;
}

/** Ctrl+Shift+V is the browser's own: it pastes, and we look at what is pasted. */
export const isPaste = ({ code, ctrlKey, shiftKey, altKey }: Keys) =>
	code === 'KeyV' && ctrlKey && shiftKey && !altKey;

/** For the help: what a key does, in words. */
export const described = [
	{ keys: ['Shift', 'F6'], does: 'Leave the terminal, to the guide' },
	{ keys: ['Alt', 'Shift', 'N'], does: 'New terminal in a tab' },
	{ keys: ['Alt', 'Shift', 'R'], does: 'Split to the right' },
	{ keys: ['Alt', 'Shift', 'D'], does: 'Split downwards' },
	{ keys: ['Alt', 'Shift', 'X'], does: 'Close this terminal' },
	{ keys: ['Alt', 'Shift', 'E'], does: 'Name this tab' },
	{ keys: ['Alt', 'Shift', '← →'], does: 'Previous or next tab' },
	{ keys: ['Alt', 'Shift', '1 … 9'], does: 'That tab' },
	{ keys: ['Alt', 'Shift', '↑ ↓'], does: 'Previous or next pane of a split' },
	{ keys: ['Ctrl', 'Shift', 'F'], does: 'Search in what was printed' },
	{ keys: ['Ctrl', 'Shift', 'C'], does: 'Copy what is selected' },
	{ keys: ['Ctrl', 'Shift', 'V'], does: 'Paste' },
	{ keys: ['Alt', 'Shift', 'L'], does: 'Show the terminal as plain text' },
	{ keys: ['Alt', 'Shift', 'S'], does: 'Settings' },
	{ keys: ['Alt', 'Shift', 'H'], does: 'This help' }
] as const satisfies { keys: string[]; does: Phrase }[];
