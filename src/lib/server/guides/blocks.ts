/**
 * Our blocks as elements. Tasks, answers, quizzes and solutions become markers that `cut.ts` turns into
 * segments; everything else becomes plain HTML.
 */
import type { Element, ElementContent, Properties } from 'hast';
import type { Code, Paragraph } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Options } from 'remark-rehype';
import { codeOptions, pageIn, type Lab } from '#lib/server/labs/index.ts';
import type { Highlight } from './highlight.ts';

type Block = ContainerDirective | LeafDirective;
type Handlers = NonNullable<Options['handlers']>;
type State = Parameters<NonNullable<Handlers['code']>>[0];

/** The title of a box, in the language of the guide and not of who reads it: rendered guides are kept. */
const CALLOUTS: Record<string, Record<string, string>> = {
	en: { note: 'Note', tip: 'Tip', warning: 'Warning' },
	fr: { note: 'Remarque', tip: 'Conseil', warning: 'Attention' }
};

export const MARKERS = {
	task: 'lw-task',
	answer: 'lw-answer',
	quiz: 'lw-quiz',
	solution: 'lw-solution'
} as const;

export interface BlockOptions {
	lab: Lab;
	highlight: Highlight;
	/** Counted from 1 over the whole guide: keeps what is numbered on a page apart from the others. */
	number: number;
}

/** Handlers for remark-rehype. Made anew for each page: tabs are counted. */
export function blockHandlers({ lab, highlight, number }: BlockOptions): Handlers {
	let tabs = 0;
	const builders: Record<string, (state: State, node: Block) => Element> = {
		task: (state, node) => element(MARKERS.task, { id: said(node, 'id') }, state.all(node)),
		solution: (state, node) => element(MARKERS.solution, { task: said(node, 'task') }, state.all(node)),
		answer: (_, node) => {
			const placeholder = said(node, 'placeholder');
			return element(MARKERS.answer, { check: said(node, 'check'), placeholder }, []);
		},
		quiz: (_, node) => element(MARKERS.quiz, { check: said(node, 'check') }, []),
		...{ note: callout(lab), tip: callout(lab), warning: callout(lab) },
		tabs: (state, node) => tabGroup(state, node, `guide-tabs-${number}-${++tabs}`),
		figure,
		open: (state, node) => fileLink(state, node, lab),
		img: (_, node) => element('figure', { className: ['picture'] }, [picture(node)])
	};
	const block = (state: State, node: Block) =>
		builders[node.name]?.(state, node) ?? element('div', {}, state.all(node));
	return {
		containerDirective: block,
		leafDirective: block,
		code: (_: State, node: Code) => codeFigure(node, lab, highlight)
	};
}

const said = ({ attributes }: Block, name: string) => attributes?.[name] ?? '';

const callout =
	({ language = 'en' }: Lab) =>
	(state: State, node: Block): Element => {
		const { label, rest } = withLabel(state, node);
		const words = CALLOUTS[language.slice(0, 2)] ?? CALLOUTS.en!;
		const title = label ?? [{ type: 'text', value: words[node.name]! }];
		return element('aside', { className: ['callout', node.name] }, [
			element('p', { className: ['callout-title'] }, title),
			...rest
		]);
	};

/** A page that a host serves; the lab page shows it beside the terminals. */
function pageLink(state: State, node: Block, lab: Lab): Element {
	const { host, port, path } = pageIn(said(node, 'web')) ?? { host: '', port: 0, path: '/' };
	const label = state.all(node);
	const title = lab.views.find((one) => one.type === 'web' && one.host === host && one.port === port)?.title;
	const href = `/labs/${lab.id}/views/open?${new URLSearchParams({ host, port: `${port}`, path })}`;
	const words = label.length > 0 ? label : [{ type: 'text' as const, value: title ?? `${host}:${port}` }];
	return asLink(node, href, words);
}

/** A file of a host: a page of ours, which the lab page shows beside the terminals. */
function fileLink(state: State, node: Block, lab: Lab): Element {
	if (said(node, 'web') !== '') return pageLink(state, node, lab);
	const file = said(node, 'file');
	const host = said(node, 'host') || (firstHost(lab) ?? '');
	const label = state.all(node);
	const href = `/labs/${lab.id}/files?${new URLSearchParams({ host, file })}`;
	const words = label.length > 0 ? label : [{ type: 'text' as const, value: `Open ${file} on ${host}` }];
	return asLink(node, href, words);
}

/** Within a line a link is a link; alone it is a paragraph. */
function asLink({ data }: Block, href: string, words: ElementContent[]): Element {
	const link = element('a', { href }, words);
	return data && 'inline' in data ? link : element('p', {}, [link]);
}

const firstHost = (lab: Lab) => lab.hosts.find(({ hidden }) => !hidden)?.name;

/** Browsers open and close these by themselves, one at a time: no script is needed. */
function tabGroup(state: State, node: Block, name: string): Element {
	const tabs = node.children.filter((child) => child.type === 'containerDirective');
	const made = tabs.map((tab, index) => {
		const { label, rest } = withLabel(state, tab);
		const title = label ?? [{ type: 'text' as const, value: said(tab, 'title') || `${index + 1}` }];
		const open = index === 0 ? { open: true } : {};
		return element('details', { className: ['tab'], name, ...open }, [
			element('summary', {}, title),
			...rest
		]);
	});
	return element('div', { className: ['tabs'] }, made);
}

/** A picture from `src`, or those in the block; what else is in it is the caption. */
function figure(state: State, node: Block): Element {
	const { label = [], rest } = withLabel(state, node);
	const isPicture = (child: ElementContent) => child.type === 'element' && child.children.some(isImage);
	const pictures = said(node, 'src')
		? [picture(node)]
		: rest.filter(isPicture).flatMap((child) => ('children' in child ? child.children.filter(isImage) : []));
	const words = [...(label ?? []), ...rest.filter((child) => !isPicture(child))].filter(notBlank);
	const caption = words.length > 0 ? [element('figcaption', {}, words)] : [];
	return element('figure', { className: ['picture'] }, [...pictures, ...caption]);
}

const isImage = (child: ElementContent) => child.type === 'element' && child.tagName === 'img';
const notBlank = (child: ElementContent) => child.type !== 'text' || child.value.trim() !== '';

function picture(node: Block): Element {
	const width = said(node, 'width');
	const size = /^\d{1,4}$/.test(width) ? { width: Number(width) } : {};
	return element('img', { src: said(node, 'src'), alt: said(node, 'alt'), ...size }, []);
}

/** `:::note[Mind the gap]`: the words in brackets, apart from the rest. */
function withLabel(state: State, node: Block) {
	const [first, ...others] = node.children;
	const labelled = first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data;
	return {
		label: labelled ? state.all(first as Paragraph) : null,
		rest: state.wrap(state.all({ ...node, children: labelled ? others : node.children } as Block), true)
	};
}

function codeFigure(node: Code, lab: Lab, highlight: Highlight): Element {
	const { run, copy, host, title } = codeOptions(node.meta);
	const language = (node.lang ?? 'text').toLowerCase();
	const where = host ?? firstHost(lab);
	const properties: Properties = {
		className: ['code'],
		dataLang: language,
		...(run ? { dataRun: '', dataHost: where } : {}),
		...(copy || run ? { dataCopy: '' } : {})
	};
	const caption = title ? [element('figcaption', {}, [{ type: 'text', value: title }])] : [];
	const code = element('code', {}, highlight(node.value, language));
	return element('figure', properties, [...caption, element('pre', { tabIndex: 0 }, [code])]);
}

export const element = (tagName: string, properties: Properties, children: ElementContent[]): Element => ({
	type: 'element',
	tagName,
	properties,
	children
});
