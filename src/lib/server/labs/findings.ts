/**
 * Findings: what is wrong in labs/, each at its place, in a sentence for the author.
 */
import type { Problem } from './lab.ts';

/** A spot in a file below labs/. Lines and columns start at 1. */
export interface Place {
	file: string;
	line: number;
	column: number;
}

interface Finding extends Place {
	message: string;
	warning: boolean;
}

export class Findings {
	#found: Finding[] = [];

	/** Something that must be mended before learners see the lab. */
	error(place: Place, message: string) {
		this.#add({ ...place, message, warning: false });
	}

	/** Something that is probably not meant. */
	warning(place: Place, message: string) {
		this.#add({ ...place, message, warning: true });
	}

	get broken() {
		return this.#found.some(({ warning }) => !warning);
	}

	/** In the order of files and lines. `hides` names what the errors keep away from learners. */
	problems(hides: string | null): Problem[] {
		return this.#found
			.map(({ warning, ...found }) => ({ ...found, hides: warning ? null : hides }))
			.sort((a, b) => order(a.file, b.file) || a.line - b.line || a.column - b.column);
	}

	#add(finding: Finding) {
		const same = (other: Finding) =>
			other.message === finding.message && other.file === finding.file && other.line === finding.line;
		if (!this.#found.some(same)) this.#found.push(finding);
	}
}

/** The beginning of a file: for what has no better place. */
export const top = (file: string): Place => ({ file, line: 1, column: 1 });

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
