/**
 * Markdown that would keep the parser busy: no text needs it, but one file must not hold the
 * server up. Parsing nested emphasis takes time with the square of its depth.
 */
import type { FenceProblem } from './fences.ts';

const MAX_CHARACTERS = 200_000;
/** Lists and quotes that one line opens. */
const MAX_OPENED = 40;
/** Stars, underscores and tildes between two blank lines. */
const MAX_EMPHASIS = 600;

export function findExcess(source: string): FenceProblem | null {
	if (source.length > MAX_CHARACTERS) {
		return {
			line: 1,
			message: 'This page holds more than 200,000 characters. Split it: pages in guide/ follow each other.'
		};
	}
	let emphasis = 0;
	for (const [index, line] of source.split('\n').entries()) {
		emphasis = line.trim() === '' ? 0 : emphasis + (line.match(/\*+|_+|~+/g)?.length ?? 0);
		if (openedBy(line) > MAX_OPENED)
			return excess(index, 'This line opens more lists and quotes than a text can need.');
		if (emphasis > MAX_EMPHASIS)
			return excess(index, 'This paragraph holds more emphasis than a text can need.');
	}
	return null;
}

const excess = (index: number, message: string): FenceProblem => ({ line: index + 1, message });

function openedBy(line: string): number {
	const [opening = ''] = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])(?=[ \t>]|$))+/.exec(line) ?? [];
	return opening.match(/[>*+-]|\d+/g)?.length ?? 0;
}
