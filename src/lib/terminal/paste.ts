/** What is pasted, looked at before a shell gets it. */
import type { Settings } from './settings.ts';

/** More is a file, and should come as one. */
export const LONGEST_PASTE = 1024 * 1024;

/**
 * Without control characters: one of them ends a bracketed paste early, and what follows would be
 * typed as if by hand. Tabs and line ends stay.
 */
export const cleaned = (text: string): string =>
	// eslint-disable-next-line no-control-regex -- those are what it is about
	text.replace(/\r\n?/g, '\n').replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '');

export const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length;

export interface PasteRules {
	ask: Settings['askPaste'];
	/** The program takes a paste as one piece, and runs nothing of it by itself. */
	bracketed: boolean;
}

export function mustAsk(text: string, { ask, bracketed }: PasteRules): boolean {
	if (ask === 'never' || !text.includes('\n')) return false;
	if (bracketed) return ask === 'always' && lineCount(text) > 1;
	return true;
}

export const asOneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ');
