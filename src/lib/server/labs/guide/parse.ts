/**
 * A guide's Markdown as a tree: CommonMark, GitHub's additions, and our blocks (`:::task`,
 * `::answer`). A lone colon means nothing: 12:30, :80 and a:b are text.
 */
import type { Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { findExcess } from './excess.ts';
import { levelFences, type FenceProblem } from './fences.ts';

export interface ParsedGuide {
	tree: Root;
	problems: FenceProblem[];
}

declare module 'mdast-util-directive' {
	interface LeafDirectiveData {
		/** It stands within a line. */
		inline?: boolean;
	}
}

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(blocksOnly);

export function parseGuide(source: string): ParsedGuide {
	const levelled = levelFences(source);
	const excess = findExcess(levelled.source);
	if (excess) return { tree: { type: 'root', children: [] }, problems: [excess] };
	const tree = parser.parse(levelled.source);
	liftAnswers(tree);
	findLinks(tree);
	return { tree, problems: levelled.problems };
}

/** remark-directive without its inline form, which would eat every `:word` of the prose. */
function blocksOnly(this: Processor) {
	remarkDirective.call(this as never);
	const extensions = this.data('micromarkExtensions') as { text?: object }[];
	delete extensions.at(-1)?.text;
}

const ANSWER = /[ \t]*:?:answer\{([^{}\n]*)\}/;

/** `Which one? ::answer{check=name}`: the field may end a line of prose; it becomes a block of its own. */
function liftAnswers(parent: { children: RootContent[] }) {
	parent.children = parent.children.flatMap((node): RootContent[] => {
		if (node.type === 'paragraph') return splitParagraph(node);
		if ('children' in node) liftAnswers(node as { children: RootContent[] });
		return [node];
	});
}

function splitParagraph(paragraph: Paragraph): RootContent[] {
	const blocks: RootContent[] = [];
	let line: PhrasingContent[] = [];
	const flush = () => {
		if (line.length > 0) blocks.push({ ...paragraph, children: line });
		line = [];
	};
	for (const node of paragraph.children.flatMap(splitText)) {
		if (node.type === 'leafDirective') {
			flush();
			blocks.push({ ...node, position: paragraph.position });
		} else {
			line.push(node);
		}
	}
	flush();
	return blocks;
}

function splitText(node: PhrasingContent): (PhrasingContent | LeafDirective)[] {
	if (node.type !== 'text') return [node];
	const found = ANSWER.exec(node.value);
	if (!found) return node.value.trim() || node.value === ' ' ? [node] : [];
	const before = node.value.slice(0, found.index);
	const after = node.value.slice(found.index + found[0].length).replace(/^\s+/, '');
	const field: LeafDirective = {
		type: 'leafDirective',
		name: 'answer',
		attributes: attributesIn(found[1] ?? ''),
		children: []
	};
	const text = (value: string): PhrasingContent[] => (value.trim() ? [{ ...node, value }] : []);
	return [...text(before), field, ...text(after).flatMap(splitText)];
}

const OPEN = /::open(?:\[([^\]\n]+)\])?\{([^{}\n]*)\}/;

/** `Look at ::open[the settings]{file=/etc/x}.`: in the middle of a line or in a table it stays where it is, as a link. */
function findLinks(parent: { children: RootContent[] }) {
	parent.children = parent.children.flatMap((node): RootContent[] => {
		if (node.type === 'text') return splitLinks(node.value, node);
		if ('children' in node) findLinks(node as { children: RootContent[] });
		return [node];
	});
}

function splitLinks(value: string, node: Text): RootContent[] {
	const found = OPEN.exec(value);
	if (!found) return value ? [{ ...node, value }] : [];
	const link: LeafDirective = {
		type: 'leafDirective',
		name: 'open',
		attributes: attributesIn(found[2] ?? ''),
		children: found[1] ? [{ type: 'text', value: found[1] }] : [],
		data: { inline: true },
		position: node.position
	};
	const before = value.slice(0, found.index);
	return [
		...(before ? [{ ...node, value: before }] : []),
		link,
		...splitLinks(value.slice(found.index + found[0].length), node)
	];
}

/** `check=name placeholder="a word"` as the parser of blocks would read it. */
function attributesIn(written: string): Record<string, string> {
	const pairs = written.matchAll(/([A-Za-z][\w-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'=]+))/g);
	return Object.fromEntries(
		[...pairs].map(([, key, ...values]) => [key, values.find((v) => v !== undefined) ?? ''])
	);
}
