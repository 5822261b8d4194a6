import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLabs, speaking, type Labs } from '../index.ts';

let folder: string;
let labs: Labs;

const write = async (path: string, text: string) => {
	await mkdir(dirname(join(folder, path)), { recursive: true });
	await writeFile(join(folder, path), text);
};
const open = async () => (labs = await openLabs(folder));
const problems = async () =>
	(await open()).problems().map(({ file, line, message }) => `${file}:${line} ${message}`);

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'labs-'));
	await cp(resolve('tests/labs'), folder, { recursive: true });
});
afterEach(async () => {
	labs?.close();
	await rm(folder, { recursive: true });
});

it('courses and tracks are read in the first language that somebody reads and they are in', async () => {
	await write(
		'tiny-course/i18n/fr/course.yaml',
		'title: Un petit cours\nmodules: { first-steps: { title: Premiers pas } }\n'
	);
	await write('tracks/i18n/fr/tiny-track.yaml', 'title: Un petit parcours\n');
	expect(await problems()).toEqual([]);
	const inOrder = (...languages: string[]) => {
		const here = speaking(labs, () => languages);
		return [here.course('tiny-course')?.title, here.courses()[0]?.title, here.track('tiny-track')?.title];
	};
	expect(inOrder('fr-CH', 'en')).toEqual(['Un petit cours', 'Un petit cours', 'Un petit parcours']);
	expect(inOrder('de', 'fr')[0]).toBe('Un petit cours');
	expect(inOrder('en-GB', 'fr')).toEqual(['A tiny course', 'A tiny course', 'A tiny track']);
	const [french, english] = [speaking(labs, () => ['fr']).course('tiny-course'), labs.course('tiny-course')];
	expect(french?.modules[0]?.title).toBe('Premiers pas');
	expect(french?.summary).toBe(english?.summary);
	expect(french?.modules[0]?.labs).toEqual(english?.modules[0]?.labs);
});

it.each([
	[
		'a key that is none',
		'tiny-course/i18n/fr/course.yaml',
		'titel: x\n',
		'course.yaml:1 There is no key `titel` here.'
	],
	[
		'a module that is not there',
		'tiny-course/i18n/fr/course.yaml',
		'modules: { frist-steps: { title: x } }\n',
		'There is no module `frist-steps` in course.yaml. Did you mean `first-steps`?'
	],
	[
		'outcomes that are too few',
		'tiny-course/i18n/fr/course.yaml',
		'outcomes: []\n',
		'Translate each, in the same order.'
	],
	['a file of nothing', 'tiny-course/i18n/fr/lab.yaml', 'title: x\n', 'This file translates nothing.'],
	[
		'a track that is not there',
		'tracks/i18n/fr/tiny-tarck.yaml',
		'title: x\n',
		'This file translates nothing. Did you mean `tiny-track.yaml`?'
	],
	['no language', 'tiny-course/i18n/french/course.yaml', 'title: x\n', 'Translations stand in i18n/LANGUAGE/']
])('%s is a problem with its place', async (_, path, text, message) => {
	await write(path, text);
	expect((await problems()).join('\n')).toContain(message);
});

it('a capstone of none is a problem with its place', async () => {
	const course = await readFile(join(folder, 'tiny-course/course.yaml'), 'utf8');
	await write('tiny-course/course.yaml', course.replace(/^capstone: .*\n/m, ''));
	await write('tiny-course/i18n/fr/course.yaml', 'capstone: x\n');
	expect((await problems()).join('\n')).toContain('This course has no capstone to translate.');
});

it('the shipped courses and tracks are there in French, whole', { timeout: 60_000 }, async () => {
	const shipped = await openLabs(resolve('labs'));
	try {
		for (const course of shipped.courses()) {
			const words = course.translations?.find(({ language }) => language === 'fr');
			expect([course.id, words]).toEqual([
				course.id,
				expect.objectContaining({ title: expect.any(String), summary: expect.any(String) })
			]);
			expect(words?.outcomes).toHaveLength(course.outcomes.length);
		}
		for (const track of shipped.tracks())
			expect(
				track.translations?.map(({ language, title, summary }) => [
					track.id,
					language,
					typeof title,
					typeof summary
				])
			).toContainEqual([track.id, 'fr', 'string', 'string']);
	} finally {
		shipped.close();
	}
});
