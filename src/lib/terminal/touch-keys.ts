/** Keys that a touch keyboard does not have, as a terminal sends them. */

export interface TouchKey {
	label: string;
	/** For who cannot see the label. */
	name?: 'Left' | 'Down' | 'Up' | 'Right' | 'Pipe' | 'Tilde' | 'Slash' | 'Hyphen';
	sends: string;
	/** Sent instead where a program has asked for it: arrows have two spellings. */
	application?: string;
}

export const touchKeys: TouchKey[] = [
	{ label: 'Esc', sends: '\x1b' },
	{ label: 'Tab', sends: '\t' },
	{ label: '←', name: 'Left', sends: '\x1b[D', application: '\x1bOD' },
	{ label: '↓', name: 'Down', sends: '\x1b[B', application: '\x1bOB' },
	{ label: '↑', name: 'Up', sends: '\x1b[A', application: '\x1bOA' },
	{ label: '→', name: 'Right', sends: '\x1b[C', application: '\x1bOC' },
	{ label: '|', name: 'Pipe', sends: '|' },
	{ label: '~', name: 'Tilde', sends: '~' },
	{ label: '/', name: 'Slash', sends: '/' },
	{ label: '-', name: 'Hyphen', sends: '-' }
];

/** What a character is while Ctrl is held: C is 3, [ is escape; what has no such meaning stays itself. */
export function controlled(text: string): string {
	const code = text.length === 1 ? text.toUpperCase().charCodeAt(0) : 0;
	if (text === ' ') return '\x00';
	if (text === '?') return '\x7f';
	return code >= 0x40 && code <= 0x5f ? String.fromCharCode(code & 0x1f) : text;
}
