/**
 * The clipboard. Programs may ask to write to it (OSC 52), and are let when the person has allowed it
 * for this lab; to read it they may not, and are not answered.
 */
import type { Terminal } from '@xterm/xterm';
import { keep, readKept } from './kept.ts';

/** In base64; more is no text somebody wants to paste. */
const LONGEST = 128 * 1024;

/** Copy; false where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}

/** Calls back with what a program wants to put there. */
export function hearClipboard(terminal: Terminal, wants: (text: string) => void): void {
	terminal.parser.registerOscHandler(52, (data) => {
		const text = textIn(data);
		if (text) wants(text);
		return true; // whatever else it is, nobody answers it
	});
}

/** The text of `c;BASE64`, or null: a question, too much, or nonsense. */
export function textIn(data: string): string | null {
	const encoded = /^[a-z0-9]*;([A-Za-z0-9+/=]+)$/.exec(data)?.[1];
	if (!encoded || encoded.length > LONGEST) return null;
	try {
		const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

const key = (lab: string) => `labwright.clipboard.${lab}`;

/** Null until somebody has answered. */
export function mayWrite(lab: string): boolean | null {
	const answer = readKept(key(lab));
	return typeof answer === 'boolean' ? answer : null;
}

export const answerWrite = (lab: string, may: boolean): void => keep(key(lab), may);
