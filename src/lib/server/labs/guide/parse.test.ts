import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { levelFences } from './fences.ts';
import { parseGuide } from './parse.ts';

/** The tree as a line: names of blocks with what they hold. */
function outline(node: Nodes): string {
	if ('value' in node) return JSON.stringify(node.value);
	const name = 'name' in node ? node.name : node.type;
	const attributes = 'attributes' in node ? JSON.stringify(node.attributes) : '';
	const children = 'children' in node ? node.children.map(outline).join(' ') : '';
	return `${name}${attributes === '{}' ? '' : attributes}(${children})`;
}

const tree = (source: string) => outline(parseGuide(source).tree);

describe('a lone colon means nothing', () => {
	test.each([
		'At 12:30 sharp',
		'port :80 is taken',
		'a:b',
		':smile: and :code',
		'web:/srv',
		':note{x=y}',
		':::',
		'::1',
		'::ffff:10.0.0.1'
	])('%s', (text) => {
		const { tree, problems } = parseGuide(`x ${text}`);
		expect([outline(tree), problems]).toEqual([`root(paragraph(${JSON.stringify(`x ${text}`)}))`, []]);
	});
});

describe('a field for an answer', () => {
	const field = 'answer{"check":"name","placeholder":"a word"}()';

	test.each([
		[
			'on a line of its own',
			'Which one?\n\n::answer{check=name placeholder="a word"}',
			`root(paragraph("Which one?") ${field})`
		],
		[
			'at the end of a sentence',
			'Which one? ::answer{check=name placeholder="a word"}',
			`root(paragraph("Which one?") ${field})`
		],
		[
			'in the middle of one',
			'It is ::answer{check=name placeholder="a word"} and more',
			`root(paragraph("It is") ${field} paragraph("and more"))`
		],
		[
			'after emphasis',
			'Which *one*? ::answer{check=name placeholder="a word"}',
			`root(paragraph("Which " emphasis("one") "?") ${field})`
		],
		[
			'with one colon',
			'Which one? :answer{check=name placeholder="a word"}',
			`root(paragraph("Which one?") ${field})`
		]
	])('may stand %s', (_, source, expected) => expect(tree(source)).toBe(expected));

	test('in code is code', () => {
		expect(tree('Write `::answer{check=name}`')).toBe('root(paragraph("Write " "::answer{check=name}"))');
	});
});

describe('blocks within blocks need no counting of colons', () => {
	test('a tip inside a task', () => {
		expect(tree(':::task{id=a}\n:::tip\nx\n:::\ny\n:::\nz')).toBe(
			'root(task{"id":"a"}(tip(paragraph("x")) paragraph("y")) paragraph("z"))'
		);
	});

	test('three deep, twice', () => {
		const tabs = ':::tabs\n:::tab{title=A}\n:::note\nx\n:::\n:::\n:::tab{title=B}\ny\n:::\n:::';
		expect(tree(`:::task{id=a}\n${tabs}\n:::\n\n${tabs}`)).toBe(
			'root(task{"id":"a"}(tabs(tab{"title":"A"}(note(paragraph("x"))) tab{"title":"B"}(paragraph("y")))) tabs(tab{"title":"A"}(note(paragraph("x"))) tab{"title":"B"}(paragraph("y"))))'
		);
	});

	test('whoever counts them is understood as well', () => {
		expect(tree('::::task{id=a}\n:::tip\nx\n:::\n::::')).toBe('root(task{"id":"a"}(tip(paragraph("x"))))');
	});

	test('colons in a block of code are code', () => {
		const source = ':::task{id=a}\n```md\n:::note\nx\n:::\n```\n:::';
		expect(tree(source)).toBe('root(task{"id":"a"}(":::note\\nx\\n:::"))');
		expect(levelFences(source).problems).toEqual([]);
	});

	test('lines stay where they are', () => {
		const { source } = levelFences(':::task{id=a}\n:::tip\nx\n:::\n:::');
		expect(source).toBe('::::task{id=a}\n:::tip\nx\n:::\n::::');
	});
});
