import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Findings } from './findings.ts';
import { jsonSchema } from './json-schema.ts';
import { conform } from './messages.ts';
import { readLab } from './read-lab.ts';
import { courseFile } from './schema-course.ts';
import { BLOCKS } from './guide/blocks.ts';
import { readYaml } from './yaml.ts';

const README = readFileSync('labs/README.md', 'utf8');

/** The code of the first chapter by the path in its first line. */
const files = new Map(
	[...README.matchAll(/^```(?:yaml|sh|md|ini)\n(?:# |<!-- )(my-course\/\S+)(?: -->)?\n([^]*?)^```$/gm)].map(
		([, path = '', text = '']): [string, string] => [path, text]
	)
);

test('the first lab of the author’s guide is sound', () => {
	const home = 'my-course/basics/leave-a-note/';
	const own = [...files].filter(([path]) => path.startsWith(home));
	const folder = {
		path: '/nowhere',
		name: 'lab',
		digest: '',
		files: new Map(own.map(([path, text]): [string, Buffer] => [path.slice(home.length), Buffer.from(text)]))
	};
	const { lab, problems } = readLab(folder, 'my-course', 'basics');
	expect(problems).toEqual([]);
	expect(lab?.solutions.map(({ task }) => task)).toEqual(['note', 'word']);
	expect(lab?.wrong).toHaveLength(1);
	expect(lab?.setup[0]?.script.text).toContain('for-you.txt');
});

test('its course is sound, and lists it', () => {
	const findings = new Findings();
	const yaml = readYaml('course.yaml', files.get('my-course/course.yaml') ?? '', findings);
	expect(yaml && conform(courseFile, yaml, findings)?.modules[0]?.labs).toEqual(['leave-a-note']);
});

test.each(['lab', 'course', 'track'] as const)('every key of a %s file is explained', (kind) => {
	const missing = keysOf(jsonSchema(kind)).filter(
		(key) => !new RegExp(`\`[^\`\n]*\\b${key}\\b[^\`\n]*\``).test(README)
	);
	expect(missing).toEqual([]);
});

test.each(Object.keys(BLOCKS))('the block %s is explained', (block) =>
	expect(README).toMatch(new RegExp(`:::?${block}\\b`))
);

function keysOf(schema: unknown): string[] {
	if (typeof schema !== 'object' || schema === null) return [];
	const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
	return [...new Set([...own, ...Object.values(schema).flatMap(keysOf)])];
}
