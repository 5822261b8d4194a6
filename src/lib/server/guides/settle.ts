/**
 * What must be settled in a page before it is cut and cleaned: where links and pictures lead, what
 * headings are called, and tables that scroll by themselves.
 */
import type { Element, ElementContent, Nodes, Root } from 'hast';
import { imagePath, safeLink, type Lab } from '#lib/server/labs/index.ts';
import { element } from './blocks.ts';

interface Page {
	lab: Lab;
	path: string;
	/** What ids of this page begin with. */
	prefix: string;
}

export function settle(root: Root, page: Page) {
	const taken = new Set<string>();
	const visit = (parent: { children: Nodes[] }) => {
		for (const [index, node] of parent.children.entries()) {
			if (node.type !== 'element') continue;
			if (node.tagName === 'a') settleLink(node, page);
			else if (node.tagName === 'img') settleImage(node, page);
			else if (/^h[2-6]$/.test(node.tagName)) settleHeading(node, page, taken);
			visit(node as { children: Nodes[] });
			if (node.tagName === 'table') parent.children[index] = scrolling(node);
		}
	};
	visit(root as { children: Nodes[] });
}

/** A link that leads nowhere good stays as its words. */
function settleLink(node: Element, { prefix }: Page) {
	const { href } = node.properties;
	const own = typeof href === 'string' && href.startsWith(`#${prefix}`);
	const link = typeof href === 'string' ? safeLink(href) : null;
	const { ariaLabel } = node.properties;
	const back = 'dataFootnoteBackref' in node.properties;
	const { id } = node.properties;
	node.properties = {
		...(id ? { id } : {}),
		...(ariaLabel && back ? { ariaLabel, className: ['footnote-back'] } : {})
	};
	if (!link) return;
	node.properties.href =
		link.href.startsWith('#') && !own ? `#${prefix}${slug(link.href.slice(1))}` : link.href;
	if (link.external) Object.assign(node.properties, { target: '_blank', rel: ['noopener'] });
}

function settleImage(node: Element, { lab, path }: Page) {
	const { src, alt = '', width } = node.properties;
	const file = imagePath(path, String(src ?? ''));
	if (file === null) {
		node.tagName = 'span';
		node.properties = {};
		node.children = [{ type: 'text', value: String(alt) }];
		return;
	}
	const address = `/labs/${lab.id}/assets/${lab.digest}/${file}`;
	node.properties = { src: address, alt, loading: 'lazy', ...(width ? { width } : {}) };
}

function settleHeading(node: Element, { prefix }: Page, taken: Set<string>) {
	const wanted = node.properties.id === 'footnote-label' ? 'footnotes' : slug(textIn(node)) || 'part';
	let name = wanted;
	for (let n = 2; taken.has(name); n++) name = `${wanted}-${n}`;
	taken.add(name);
	node.properties = { id: `${prefix}${name}` };
}

const slug = (text: string) =>
	decoded(text)
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 60);

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

const scrolling = (table: Element) => element('div', { className: ['table'], tabIndex: 0 }, [table]);

export const textIn = (node: Nodes): string =>
	node.type === 'text'
		? node.value
		: 'children' in node
			? (node.children as ElementContent[]).map(textIn).join('')
			: '';
