/**
 * The HTML a guide may become: everything Markdown and our blocks need, and nothing else. The
 * last step of rendering holds every piece against it, so that a mistake in an earlier step is
 * not a hole.
 */
import type { Options } from 'rehype-sanitize';

/** Ids begin with `guide-`: no name a page's own script could stumble over. */
const OWN_ID = /^guide-[\p{L}\p{N}_-]*$/u;

const TOKENS = /^tok-[a-z-]+$/;

export const ALLOWED: Options = {
	tagNames: [
		...[
			'h1',
			'h2',
			'h3',
			'h4',
			'h5',
			'h6',
			'p',
			'a',
			'em',
			'strong',
			'del',
			'code',
			'pre',
			'span',
			'br',
			'hr'
		],
		...[
			'blockquote',
			'ul',
			'ol',
			'li',
			'table',
			'thead',
			'tbody',
			'tr',
			'th',
			'td',
			'img',
			'figure',
			'figcaption'
		],
		...['aside', 'div', 'details', 'summary', 'section', 'sup', 'input']
	],
	attributes: {
		'*': [['id', OWN_ID]],
		a: ['href', ['target', '_blank'], ['rel', 'noopener'], 'ariaLabel', ['className', 'footnote-back']],
		aside: [['className', 'callout', 'note', 'tip', 'warning']],
		code: [['className', 'language-text']],
		details: [['className', 'tab'], ['name', OWN_ID], 'open'],
		div: [['className', 'tabs', 'table'], 'tabIndex'],
		figure: [['className', 'code', 'picture'], 'dataRun', 'dataHost', 'dataCopy', 'dataLang'],
		img: [['src', /^\/labs\/[a-z0-9-]+\/assets\/[0-9a-f]+\/[\w./-]+$/], 'alt', 'width', ['loading', 'lazy']],
		input: [
			['type', 'checkbox'],
			['disabled', true],
			['checked', true]
		],
		li: [['className', 'task-list-item']],
		ol: ['start'],
		p: [['className', 'callout-title']],
		pre: ['tabIndex'],
		section: [['className', 'footnotes']],
		span: [['className', TOKENS]],
		td: [['align', 'left', 'center', 'right']],
		th: [['align', 'left', 'center', 'right']],
		ul: [['className', 'contains-task-list']]
	},
	ancestors: {
		...{ li: ['ol', 'ul'], thead: ['table'], tbody: ['table'], tr: ['table'], th: ['table'], td: ['table'] },
		summary: ['details']
	},
	protocols: { href: ['http', 'https', 'mailto'] },
	required: { input: { type: 'checkbox', disabled: true } },
	clobber: [],
	clobberPrefix: '',
	strip: ['script', 'style'],
	allowComments: false,
	allowDoctypes: false
};
