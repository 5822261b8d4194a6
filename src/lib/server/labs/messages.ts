/**
 * From what a schema found to a sentence for the author: what was expected, what was seen.
 *
 * Schemas word their own messages where they know better; an empty message means that the
 * sentence is made here, where the path is known.
 */
import type { z } from 'zod';
import type { Findings } from './findings.ts';
import { nearest } from './spelling.ts';
import type { YamlFile, YamlPath } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** The value as the schema makes it, or null after reporting each thing that does not fit. */
export function conform<S extends z.ZodType>(
	schema: S,
	yaml: YamlFile,
	findings: Findings
): z.output<S> | null {
	const read = schema.safeParse(yaml.value, { reportInput: true, error: () => '' });
	if (read.success) return read.data;
	const found = read.error.issues.flatMap((issue) => flatten(issue, []));
	const meant = misspelt(found);
	for (const { issue, path } of found) {
		if (!meant.has(path.join('.'))) report(issue, path, yaml, findings);
	}
	return null;
}

interface Found {
	issue: Issue;
	/** From the top of the file. */
	path: YamlPath;
}

/** Alternatives nest their issues: bring them to the top. */
function flatten(issue: Issue, base: YamlPath): Found[] {
	const path = [...base, ...issue.path];
	const branch = issue.code === 'invalid_union' ? bestBranch(issue) : null;
	return branch ? branch.flatMap((inner) => flatten(inner, path)) : [{ issue, path }];
}

/** Keys that are only missing because they are there in another spelling: one message is enough. */
function misspelt(found: Found[]): Set<string> {
	const meant = found.flatMap(({ issue, path }) => {
		if (issue.code !== 'unrecognized_keys') return [];
		const near = issue.keys.map((key) => nearest(key, issue.message.split(' ')));
		return near.filter((key) => key !== null).map((key) => [...path, key].join('.'));
	});
	return new Set(meant);
}

function report(issue: Issue, path: YamlPath, yaml: YamlFile, findings: Findings) {
	if (issue.code === 'unrecognized_keys') {
		for (const key of issue.keys) findings.error(yaml.atKey(path, key), unknownKey(key, issue.message));
	} else if (issue.code === 'invalid_key') {
		findings.error(
			yaml.atKey(path.slice(0, -1), String(path.at(-1))),
			issue.issues[0]?.message ?? issue.message
		);
	} else {
		findings.error(yaml.at(path), issue.message || sentence(issue, path));
	}
}

/** Of the alternatives a value may be, the one whose outer shape it has. */
function bestBranch(issue: z.core.$ZodIssueInvalidUnion): Issue[] | null {
	const rootMismatch = ({ code, path }: Issue) => code === 'invalid_type' && path.length === 0;
	return issue.message ? null : (issue.errors.find((branch) => !branch.some(rootMismatch)) ?? null);
}

/** The schema's message for unknown keys is the list of those it knows. */
function unknownKey(key: string, known: string): string {
	const near = nearest(key, known.split(' '));
	if (near) return `There is no key \`${key}\` here. Did you mean \`${near}\`?`;
	return `There is no key \`${key}\` here. Known keys: ${known.split(' ').join(', ')}.`;
}

function sentence(found: Issue, path: YamlPath): string {
	const issue =
		'discriminator' in found ? { ...found, input: memberOf(found.input, found.discriminator) } : found;
	const key = typeof path.at(-1) === 'string' ? `\`${String(path.at(-1))}\`` : 'This entry';
	if (issue.input === undefined) return `${key} is missing. Expected ${expectation(issue)}.`;
	const near = nearest(String(issue.input), choices(issue));
	const said = `Expected ${expectation(issue)}, but ${key} is ${seen(issue.input)}.`.replace(
		'but This',
		'but this'
	);
	return near ? `${said} Did you mean \`${near}\`?` : said;
}

/** The words that may stand here, where it is a word out of a few. */
function choices(issue: Issue): string[] {
	if (issue.code === 'invalid_value') return issue.values.map(String);
	return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}

const memberOf = (value: unknown, key: unknown) => (value as Record<string, unknown> | null)?.[String(key)];

const KINDS: Record<string, string> = {
	string: 'a text',
	number: 'a number',
	int: 'a whole number',
	boolean: '`true` or `false`',
	array: 'a list',
	object: 'a block of keys',
	record: 'a block of keys'
};

function expectation(issue: Issue): string {
	switch (issue.code) {
		case 'invalid_type':
			return KINDS[issue.expected] ?? issue.expected;
		case 'invalid_value':
			return oneOf(issue.values);
		case 'invalid_union':
			return 'options' in issue ? oneOf(issue.options as unknown[]) : 'something else';
		case 'too_small':
			return size(issue.origin, 'at least', issue.minimum);
		case 'too_big':
			return size(issue.origin, 'at most', issue.maximum);
		default:
			return 'something else';
	}
}

function oneOf(values: readonly unknown[]): string {
	const named = values.filter((value) => value !== undefined).map((value) => `\`${String(value)}\``);
	return named.length === 1 ? named[0]! : `one of ${named.join(', ')}`;
}

function size(origin: string, bound: string, limit: number | bigint): string {
	if (origin === 'string') return `a text of ${bound} ${limit} ${limit === 1 ? 'character' : 'characters'}`;
	if (origin === 'array') return `a list of ${bound} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
	return `${bound} ${limit}`;
}

/** The value as an author would recognise it. */
export function seen(value: unknown): string {
	if (value === undefined) return 'missing';
	if (value === null || value === '') return 'empty';
	if (typeof value === 'string') return `the text “${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
	if (typeof value === 'number') return `the number ${value}`;
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'a block of keys' : `\`${String(value)}\``;
}
