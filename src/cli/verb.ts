/** What a verb of the authoring tool is. */
import type { ParseArgsOptionsConfig } from 'node:util';
import type { Paper } from './paper.ts';

export interface Verb {
	/** The words after its name. */
	usage: string;
	/** One line for the list. */
	about: string;
	/** More, for `lab VERB --help`. */
	details?: string;
	options: ParseArgsOptionsConfig;
	/** How many words it needs. */
	least: number;
	/** Returns the exit code. @throws Complaint with what the author can do. */
	run(asked: Asked): Promise<number>;
}

export interface Asked {
	words: string[];
	options: Record<string, string | boolean | undefined>;
	paper: Paper;
}

/** Something the author can mend: one sentence, and no stack trace. */
export class Complaint extends Error {
	/** The command line itself is wrong. */
	readonly misused: boolean;

	constructor(message: string, { misused = false } = {}) {
		super(message);
		this.misused = misused;
	}
}

/** A whole number among the options. */
export function numberOf(options: Asked['options'], name: string, fallback: number, most = 9999): number {
	const written = options[name];
	if (written === undefined) return fallback;
	const number = typeof written === 'string' && /^[1-9]\d{0,5}$/.test(written) ? Number(written) : NaN;
	if (number <= most) return number;
	throw new Complaint(`--${name} takes a whole number from 1 to ${most}, not ${String(written)}.`, {
		misused: true
	});
}
