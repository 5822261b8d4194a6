/** One page of a guide: parsed, filled in, made HTML, cut into segments. */
import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Node, Parent } from 'unist';
import { fillIn, parseGuide, type GuidePage, type Values } from '#lib/server/labs/index.ts';
import type { RenderedPage } from '#lib/guides/segments.ts';
import { blockHandlers, type BlockOptions } from './blocks.ts';
import { cut } from './cut.ts';
import { settle, textIn } from './settle.ts';

export interface PageOptions extends BlockOptions {
	values: Values;
}

export function renderPage({ path, source }: GuidePage, options: PageOptions): RenderedPage {
	const { tree } = parseGuide(source);
	fill(tree, options.values);
	const prefix = options.number === 1 ? 'guide-' : `guide-${options.number}-`;
	const html = toHtmlTree(tree, options, prefix);
	settle(html, { lab: options.lab, path, prefix });
	const { title, rest } = takeTitle(html);
	return { title: title ?? fillIn(options.lab.title, options.values), path, segments: cut(rest) };
}

/** After parsing, so that a value is always text and never Markdown. */
function fill(node: Node, values: Values) {
	const texts = node as unknown as Record<string, unknown>;
	for (const key of ['value', 'url', 'alt', 'meta']) {
		if (typeof texts[key] === 'string') texts[key] = fillIn(texts[key], values);
	}
	const attributes = (texts.attributes ?? {}) as Record<string, string>;
	for (const key of Object.keys(attributes)) attributes[key] = fillIn(attributes[key] ?? '', values);
	for (const child of (node as Partial<Parent>).children ?? []) fill(child, values);
}

/** Raw HTML is dropped on the way: the converter leaves it out unless told otherwise. */
const toHtmlTree = (tree: Root, options: BlockOptions, clobberPrefix: string) =>
	unified()
		.use(remarkRehype, { clobberPrefix, handlers: blockHandlers(options) })
		.runSync(tree) as HtmlRoot;

/** The page shows its title by itself. */
function takeTitle({ children }: HtmlRoot) {
	const first = children.findIndex((node) => node.type === 'element');
	const heading = children[first];
	if (heading?.type !== 'element' || heading.tagName !== 'h1') return { title: null, rest: children };
	return { title: textIn(heading), rest: children.slice(first + 1) };
}
