/**
 * Colours for code, as class names: `tok-keyword`, `tok-string`. The colours themselves are in
 * src/lib/guides/code.css, so that a page needs no inline styles and follows light and dark.
 */
import type { ElementContent } from 'hast';
import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/** Code to the inside of a `<code>`. A language it does not know is plain text. */
export type Highlight = (code: string, language: string) => ElementContent[];

/** Longer blocks are logs, not programs: they stay plain. */
const MAX_CHARACTERS = 20_000;
const MAX_LINE = 1_000;

const THEME = 'labwright';
const VARIABLE = '--code-';

/** How authors name languages, where the grammar's own name is another. */
const ALIASES: Record<string, string> = {
	conf: 'ini',
	cfg: 'ini',
	cnf: 'ini',
	toml: 'ini',
	console: 'shellsession'
};

const languages = () => [
	import('shiki/langs/bash.mjs'),
	import('shiki/langs/shellsession.mjs'),
	import('shiki/langs/yaml.mjs'),
	import('shiki/langs/json.mjs'),
	import('shiki/langs/ini.mjs'),
	import('shiki/langs/sql.mjs'),
	import('shiki/langs/python.mjs'),
	import('shiki/langs/diff.mjs')
];

let opening: Promise<Highlight> | null = null;

/** The one highlighter; its grammars are loaded when the first guide is shown. */
export const openHighlighter = () => (opening ??= open());

async function open(): Promise<Highlight> {
	const shiki = await createHighlighterCore({
		themes: [createCssVariablesTheme({ name: THEME, variablePrefix: VARIABLE, fontStyle: false })],
		langs: languages(),
		engine: createJavaScriptRegexEngine()
	});
	const known = new Set(shiki.getLoadedLanguages());

	return (code, language) => {
		const lang = ALIASES[language] ?? language;
		if (!known.has(lang) || code.length > MAX_CHARACTERS) return [{ type: 'text', value: code }];
		const lines = shiki.codeToTokensBase(code, { lang, theme: THEME, tokenizeMaxLineLength: MAX_LINE });
		return lines.flatMap((line, index) => [
			...(index > 0 ? [{ type: 'text' as const, value: '\n' }] : []),
			...line.map(({ content, color }) => token(content, color))
		]);
	};
}

function token(value: string, color = ''): ElementContent {
	const kind = /--code-token-([a-z-]+)/.exec(color)?.[1];
	const text = { type: 'text' as const, value };
	if (!kind) return text;
	return { type: 'element', tagName: 'span', properties: { className: [`tok-${kind}`] }, children: [text] };
}
