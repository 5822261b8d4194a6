/**
 * YAML as authors write it, with a way back from a value to its line.
 *
 * Files come from strangers: aliases cannot multiply, keys cannot reach into prototypes, and no
 * file is so deep or so odd that reading it throws.
 */
import {
	isAlias,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	visit,
	type Document,
	type Node,
	type YAMLMap
} from 'yaml';
import { top, type Findings, type Place } from './findings.ts';

/** More than any lab needs, less than it takes to keep the parser busy. */
const MAX_BYTES = 256 * 1024;
const MAX_DEPTH = 200;
const MAX_ALIASES = 100;

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

export type YamlPath = readonly PropertyKey[];

export interface YamlFile {
	value: unknown;
	/** Where the value at this path stands, or the nearest thing around it. */
	at(path: YamlPath): Place;
	/** The line on which the text at this path begins. */
	textLineAt(path: YamlPath): number;
	/** Where a key stands that the map at this path holds. */
	atKey(path: YamlPath, key: string): Place;
}

/** Null when the text is not usable YAML; the findings then say why. */
export function readYaml(file: string, text: string, findings: Findings): YamlFile | null {
	if (Buffer.byteLength(text) > MAX_BYTES) {
		findings.error(
			top(file),
			'This file is larger than 256 KiB. Keep programs and long texts in files of their own.'
		);
		return null;
	}
	if (deepest(text) > MAX_DEPTH) {
		findings.error(
			top(file),
			`This file opens more than ${MAX_DEPTH} brackets inside each other. A lab needs five or six.`
		);
		return null;
	}
	try {
		return parse(file, text, findings);
	} catch (error) {
		findings.error(top(file), `This is not usable YAML: ${reason(error)}.`);
		return null;
	}
}

function parse(file: string, text: string, findings: Findings): YamlFile | null {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	const place = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { file, line: Math.max(1, line), column: Math.max(1, col) };
	};

	for (const { pos, message } of [...document.errors, ...document.warnings]) {
		findings.error(place(pos[0]), yamlSentence(message));
	}
	refuseKeys(document, (offset, message) => findings.error(place(offset), message));
	if (document.directives?.yaml.explicit)
		findings.error(top(file), 'Leave the %YAML line out: labs are YAML 1.2.');
	if (findings.broken) return null;

	return {
		value: document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown,
		at: (path) => place(nodeAt(document, path).range?.[0] ?? 0),
		textLineAt(path) {
			const node = nodeAt(document, path);
			const isBlock = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
			return place(node.range?.[0] ?? 0).line + (isBlock ? 1 : 0);
		},
		atKey: (path, key) => place(keyOffset(document, path, key))
	};
}

function refuseKeys(document: Document.Parsed, refuse: (offset: number, message: string) => void) {
	visit(document, {
		Pair(_, { key }) {
			if (!isScalar(key)) {
				refuse(rangeStart(key), 'A key must be a plain word.');
			} else if (FORBIDDEN_KEYS.has(String(key.value))) {
				refuse(rangeStart(key), `A key must not be called \`${String(key.value)}\`.`);
			}
		}
	});
}

/** The deepest node that exists on the way. */
function nodeAt(document: Document.Parsed, path: YamlPath): Node {
	let node: Node = document.contents ?? document.createNode(null);
	for (const step of path) {
		const next = child(document, node, step);
		if (!next) break;
		node = next;
	}
	return node;
}

function child(document: Document.Parsed, parent: Node, step: PropertyKey): Node | null {
	const node = isAlias(parent) ? parent.resolve(document) : parent;
	if (isMap(node) || isSeq(node)) return (node.get(step, true) as Node | undefined) ?? null;
	return null;
}

function keyOffset(document: Document.Parsed, path: YamlPath, key: string): number {
	const found = nodeAt(document, path);
	const map = isAlias(found) ? found.resolve(document) : found;
	if (!isMap(map)) return found.range?.[0] ?? 0;
	const pair = (map as YAMLMap).items.find((item) => isScalar(item.key) && String(item.key.value) === key);
	return pair ? rangeStart(pair.key) : (map.range?.[0] ?? 0);
}

const rangeStart = (node: unknown) => (node as Node | null)?.range?.[0] ?? 0;

/** An upper bound of the nesting, by counting: the parser recurses, so it must not see the worst. */
function deepest(text: string): number {
	let open = 0;
	let most = 0;
	for (const line of text.split('\n')) {
		for (const sign of line) {
			if (sign === '[' || sign === '{') most = Math.max(most, ++open);
			else if (sign === ']' || sign === '}') open = Math.max(0, open - 1);
		}
		const indent = /^[ ]*(?:- *)*/.exec(line)?.[0] ?? '';
		most = Math.max(most, (indent.match(/-/g) ?? []).length);
	}
	return most;
}

function yamlSentence(message: string): string {
	if (/tab/i.test(message)) return 'YAML is indented with spaces; there is a tab here.';
	if (/keys must be unique/i.test(message)) return 'This key is here twice. Keep one of them.';
	if (/scalar at node end|Unexpected flow|block collection|Unexpected scalar/i.test(message))
		return 'This is not usable YAML: what begins with [ or { is a list or a block of keys: put a text that does so in quotes.';
	return `This is not usable YAML: ${message.split('\n')[0]}.`.replace(/\.\.$/, '.');
}

const reason = (error: unknown) => (error instanceof Error ? error.message.split('\n')[0] : String(error));
