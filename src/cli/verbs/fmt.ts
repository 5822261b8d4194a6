/** `lab fmt`: one way to write a lab's files. It changes how they look, never what they say. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseDocument, visit } from 'yaml';
import { loadLab } from '#lib/server/labs/index.ts';
import { fromHere } from '../folders.ts';
import { Complaint, type Verb } from '../verb.ts';

export const fmt: Verb = {
	usage: 'DIR… [--check]',
	about: 'Write a lab’s files in one way: indentation, line ends, a last newline.',
	details: '  --check  change nothing; end with 1 when something would be changed',
	options: { check: { type: 'boolean' } },
	least: 1,
	async run({ words, options, paper }) {
		let changed = 0;
		for (const folder of words) {
			for (const file of await unformatted(folder)) {
				changed++;
				if (!options.check) await writeFile(file.path, file.text);
				paper.say(`${options.check ? 'would change' : 'changed'} ${fromHere(file.path)}`);
			}
		}
		if (changed === 0) paper.say(paper.paint('green', 'Everything is well written.'));
		return options.check && changed > 0 ? 1 : 0;
	}
};

/** Files that would be written differently, and how. */
async function unformatted(folder: string) {
	const { files } = await loadLab(folder).catch(() => {
		throw new Complaint(`There is no folder ${folder}.`);
	});
	const found: { path: string; text: string }[] = [];
	for (const [name, content] of files) {
		if (content.includes(0)) continue; // a picture, or the like
		const path = join(folder, name);
		const before = await readFile(path, 'utf8');
		const text = formatted(name, before);
		if (text !== before) found.push({ path, text });
	}
	return found;
}

/** How a file of this name and text is written. Only the ends of lines change in what is no YAML. */
export function formatted(name: string, before: string): string {
	const text = before.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
	const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
	return /\.ya?ml$/.test(name) ? formattedYaml(name, whole) : whole;
}

function formattedYaml(name: string, before: string): string {
	const document = parseDocument(before);
	if (document.errors.length > 0) {
		const { message } = document.errors[0]!;
		throw new Complaint(`${name} is no YAML, so it stays as it is: ${message.split('\n')[0]}`);
	}
	// A line that is long stays one: where to break it is the author's to say.
	const text = withTightLists(document.toString({ indent: 2, lineWidth: 0, indentSeq: true }));
	const after = parseDocument(text);
	return isDeepStrictEqual(after.toJS(), document.toJS()) ? text : before;
}

/** `[a, b]` beside `{ a: b }`, as most people write them. */
function withTightLists(text: string): string {
	const brackets: { from: number; to: number }[] = [];
	visit(parseDocument(text), {
		Seq(_key, { flow, range }) {
			if (!flow || !range) return;
			const [from, to] = range;
			const inner = text.slice(from + 1, to - 1);
			const before = /^ */.exec(inner)![0].length;
			const after = /(?<=\S) *$/.exec(inner)?.[0].length ?? 0;
			brackets.push({ from: from + 1, to: from + 1 + before }, { from: to - 1 - after, to: to - 1 });
		}
	});
	const chars = brackets.sort((a, b) => b.from - a.from);
	return chars.reduce((tight, { from, to }) => tight.slice(0, from) + tight.slice(to), text);
}
