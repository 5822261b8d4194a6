/**
 * Where a script's lines come from. A script is handed over in memory, with words of ours before
 * it, so interpreters name a place that means nothing to its author: this names theirs instead.
 */
import type { Script } from './lab.ts';

/** What interpreters call the script they were handed. */
const HANDED = String.raw`/proc/self/fd/9`;
const SHELL = new RegExp(`${HANDED}: (?:line )?(\\d+): ?`, 'g');
const PYTHON = new RegExp(`File "${HANDED}", line (\\d+)`, 'g');

/** `file:line` of a line of the script's text; both start at 1. */
export function placeInScript(script: Script, line: number): string {
	const pieces = script.pieces ?? [{ from: 1, path: script.path, line: 1 }];
	const piece = pieces.findLast(({ from }) => from <= line) ?? pieces[0]!;
	return `${piece.path}:${Math.max(1, line - piece.from + piece.line)}`;
}

/** The output of a script, with its own file and line wherever the interpreter names one. `before` lines of ours went ahead. */
export function inAuthorsPlaces(output: string, script: Script, before: string): string {
	const ahead = before.split('\n').length - 1;
	const place = (line: string) => placeInScript(script, Number(line) - ahead);
	const quoted = (line: string) => {
		const [path, number] = place(line).split(/:(?=\d+$)/);
		return `File "${path}", line ${number}`;
	};
	return output
		.replace(SHELL, (_, line: string) => `${place(line)}: `)
		.replace(PYTHON, (_, line: string) => quoted(line))
		.replaceAll(HANDED, script.path);
}
