/**
 * For tests: texts of the interface that people read and no dictionary has. A page's texts, what its
 * attributes say, and the strings of scripts that look like something said.
 */
import { parse } from 'svelte/compiler';
import ts from 'typescript';
import french, { kept } from './fr/index.ts';

export interface Untold {
	line: number;
	text: string;
}

/** Attributes that people hear or read; those of our components are found by how they look. */
const SILENT =
	/^(class|style|href|src|d|id|for|name|type|method|action|rel|lang|role|on.*|bind.*|data-.*|viewBox|autocomplete|inputmode|pattern|target|fill|stroke.*|transform|points|variant|tone|icon|as|accept|enctype|aria-(live|current|haspopup|labelledby|describedby|controls|hidden|pressed|expanded|atomic|relevant|sort)|scope|wrap|spellcheck|autocapitalize|media|sizes|crossorigin|sandbox|allow|loading|decoding|value|step|min|max|kind|size|focusable|pattern(Units|Transform)|aria-orientation|popover|base|unit|download|formaction|direction|referrerpolicy|http-equiv|content)$/;
const VERBATIM = new Set(['code', 'kbd', 'pre', 'samp', 'style', 'script']);

/** What is said the same in every language. */
const NAMES =
	/^(Labwright|English|Français|Docker|Linux|SQLite|HTML|CSV|JSON|PNG|SVG|PDF|ECTS|MiB|KiB|GiB|UTC|MB|ms|min|stdout|stderr|Aa|·|(Esc|Escape|Tab|Home|Delete|F\d|Ctrl|Alt|Shift|Enter)(\+\w+)*|Prometheus|GitHub|Edge|Opera|Firefox|Chrome|Safari|Android|Windows)$/;

/** What no person reads: headers, addresses, ids put together, styles, lines of protocols, markup. */
const TECHNICAL =
	/^((private|public), |attachment; |text\/|Bearer$|data: |event: here|<|[-/?])|var\(--|^(button, input|userSpaceOnUse|rotate\(|no-referrer)/;

/** Sentences by their pattern: what is filled in has no name where they are put together. */
const patterns = new Set(Object.keys(kept).map((sentence) => sentence.replace(/\{\w+\}/g, '{}')));

const isTold = (text: string): boolean => Object.hasOwn(french, text) || patterns.has(text);

/** Texts of a component that are not in the dictionary. */
export function untoldInSvelte(source: string): Untold[] {
	const found: Untold[] = [];
	const lineAt = (at: number) => source.slice(0, at).split('\n').length;
	const hear = (text: string, at: number) => {
		const said = text.replace(/\s+/g, ' ').trim();
		if (
			/\p{L}{2}/u.test(said) &&
			!TECHNICAL.test(said) &&
			!said.split(' ').every((word) => NAMES.test(word)) &&
			!isTold(said)
		)
			found.push({ line: lineAt(at), text: said });
	};
	const root = parse(source, { modern: true });
	const script = ({ start, end }: { start: number; end: number }) => {
		for (const { line, text } of untoldInScript(source.slice(start, end)))
			found.push({ line: lineAt(start) + line - 1, text });
	};
	walk(root.fragment, { hear, script });
	for (const part of [root.instance, root.module])
		if (part) script(part.content as unknown as { start: number; end: number });
	return found;
}

type Node = { type?: string; name?: string; start: number; end: number; [key: string]: unknown };
type Ears = { hear: (text: string, at: number) => void; script: (node: Node) => void };

const SCRIPTED = new Set<string | undefined>(['ExpressionTag', 'HtmlTag', 'RenderTag', 'ConstTag']);
const UNSEEN = new Set(['metadata', 'parent', 'loc', 'test']);

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const isSilent = ({ type, name = '' }: Node): boolean =>
	(type === 'Attribute' && SILENT.test(name)) || (type === 'RegularElement' && VERBATIM.has(name));

function walk(node: unknown, ears: Ears): void {
	if (Array.isArray(node)) return node.forEach((one) => walk(one, ears));
	if (!isNode(node) || isSilent(node)) return;
	if (node.type === 'Text') return ears.hear(node.data as string, node.start);
	if (SCRIPTED.has(node.type)) return ears.script((node.expression ?? node.declaration) as Node);
	for (const [key, value] of Object.entries(node)) if (!UNSEEN.has(key)) walk(value, ears);
}

/** Calls whose words go to a log or to a programmer, not to who reads the page. */
const UNHEARD =
	/(^|\.)(error|warn|info|debug|log|querySelector\w*|matchMedia|getElementById|prepare|exec|test|match|startsWith|endsWith|includes|split|join|getItem|setItem|addEventListener|sql)$/;

/** Strings of a script that look like something said and are not in the dictionary. */
export function untoldInScript(source: string): Untold[] {
	const file = ts.createSourceFile('page.ts', source, ts.ScriptTarget.Latest, true);
	const found: Untold[] = [];
	const hear = (node: ts.Node, text: string) => {
		if (soundsSaid(text) && !isTold(text))
			found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, text });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isUnheard(node, file)) return;
		if (ts.isStringLiteralLike(node)) hear(node, node.text);
		if (ts.isTemplateExpression(node))
			hear(node, node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join(''));
		node.forEachChild(visit);
	};
	visit(file);
	return found;
}

function isUnheard(node: ts.Node, file: ts.SourceFile): boolean {
	if (ts.isNewExpression(node)) return /Error$/.test(node.expression.getText(file));
	if (!ts.isCallExpression(node)) return false;
	const called = node.expression.getText(file);
	return called !== 'error' && UNHEARD.test(called); // `error(404, …)` is SvelteKit's, and is read
}

/** Two words in a row, or one that begins like a sentence or ends like one. */
function soundsSaid(text: string): boolean {
	if (text.split(' ').every((word) => NAMES.test(word)) || TECHNICAL.test(text)) return false;
	return (
		/^[A-Z][a-z]+$/.test(text) || /\p{L}{2,}[,;:]? \p{L}+/u.test(text) || /^[A-Z]\p{L}+.*[.:!?…]$/u.test(text)
	);
}
