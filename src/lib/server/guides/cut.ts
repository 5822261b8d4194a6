/** Cuts a page's tree into segments, and makes HTML of what is between the markers. */
import type { ElementContent, Root, RootContent } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Segment } from '#lib/guides/segments.ts';
import { ALLOWED } from './allowed.ts';
import { MARKERS } from './blocks.ts';

type Content = RootContent | ElementContent;

const writer = unified().use(rehypeSanitize, ALLOWED).use(rehypeStringify);

/** `task` is the one these nodes are in, if any. */
export function cut(nodes: Content[], task: string | null = null): Segment[] {
	const segments: Segment[] = [];
	let between: Content[] = [];
	const flush = () => {
		const html = toHtml(between);
		if (html.trim()) segments.push({ type: 'html', html });
		between = [];
	};
	for (const node of nodes) {
		const segment = segmentOf(node, task);
		if (!segment) {
			between.push(node);
			continue;
		}
		flush();
		segments.push(segment);
	}
	flush();
	return segments;
}

function segmentOf(node: Content, task: string | null): Segment | null {
	if (node.type !== 'element') return null;
	const said = (name: string) => String(node.properties[name] ?? '');
	switch (node.tagName) {
		case MARKERS.task:
			return { type: 'task', id: said('id'), segments: cut(node.children, said('id')) };
		case MARKERS.answer:
			return { type: 'answer', check: said('check'), placeholder: said('placeholder') };
		case MARKERS.quiz:
			return { type: 'quiz', check: said('check') };
		case MARKERS.solution:
			return { type: 'solution', task: said('task') || (task ?? ''), segments: cut(node.children, task) };
		default:
			return null;
	}
}

function toHtml(nodes: Content[]): string {
	const root: Root = { type: 'root', children: nodes as RootContent[] };
	return writer.stringify(writer.runSync(root));
}
