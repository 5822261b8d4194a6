/**
 * Blocks within blocks: `:::note` inside `:::task`, both written with three colons.
 *
 * Markdown's directives want more colons on the outside than on the inside, which nobody
 * remembers. So colons are counted out here before the parser reads them. Lines stay where they are.
 */

export interface FenceProblem {
	line: number;
	message: string;
}

interface Open {
	line: number;
	name: string;
	/** Blocks inside it, one within the other. */
	height: number;
}

const OPENS = /^( {0,3}):{3,}([A-Za-z][\w-]*)(.*)$/;
const CLOSES = /^( {0,3}):{3,}[ \t]*$/;
const CODE = /^(?: {0,3}|[ \t]*(?:[-*+]|\d+[.)])[ \t]+|[ \t]+)(`{3,}|~{3,})(.*)$/;

export function levelFences(source: string): { source: string; problems: FenceProblem[] } {
	const lines = source.split('\n');
	const problems: FenceProblem[] = [];
	const heights = new Map<number, number>();
	const open: Open[] = [];

	for (const { index, text, code } of told(lines)) {
		if (code) {
			raise(open.at(-1), text);
			continue;
		}
		const [, , name] = OPENS.exec(text) ?? [];
		if (name) {
			open.push({ line: index, name, height: 0 });
		} else if (CLOSES.test(text)) {
			const closed = open.pop();
			if (!closed) {
				problems.push({ line: index + 1, message: 'These colons close no block. Take them away.' });
				continue;
			}
			const around = open.at(-1);
			if (around) around.height = Math.max(around.height, closed.height + 1);
			heights.set(closed.line, closed.height).set(index, closed.height);
		}
	}
	for (const { line, name } of open) {
		const message = `This :::${name} is never closed. End it with a line of three colons.`;
		problems.push({ line: line + 1, message });
	}
	return { source: lines.map((line, index) => colons(line, heights.get(index))).join('\n'), problems };
}

const colons = (line: string, height: number | undefined) =>
	height === undefined
		? line
		: line.replace(/^( {0,3}):+/, (_, indent: string) => indent + ':'.repeat(3 + height));

/** The parser looks for closing colons even in code: a block must outdo those it shows. */
function raise(around: Open | undefined, code: string) {
	const shown = /^ {0,3}(:{3,})[ \t]*$/.exec(code)?.[1]?.length ?? 0;
	if (around) around.height = Math.max(around.height, shown - 2);
}

/** Lines, each with whether it belongs to a block of code. */
function* told(lines: string[]): Generator<{ index: number; text: string; code: boolean }, void> {
	let fence: string | null = null;
	for (const [index, text] of lines.entries()) {
		const [, marks = '', rest = ''] = CODE.exec(text) ?? [];
		const within: string | null = fence ?? opened(marks, rest);
		yield { index, text, code: within !== null };
		const closes: boolean = fence !== null && marks.startsWith(fence) && rest.trim() === '';
		fence = closes ? null : within;
	}
}

/** The marks that open a block of code, if they do: backticks closed on the same line are code in a sentence. */
const opened = (marks: string, rest: string) =>
	marks === '' || (marks.startsWith('`') && rest.includes('`')) ? null : marks;
