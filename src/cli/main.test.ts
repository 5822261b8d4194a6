import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from './main.ts';
import { notepad } from './paper.ts';

const folder = await mkdtemp(join(tmpdir(), 'lab-tool-'));
const labs = join(folder, 'labs');
const module = join(labs, 'tiny-course/first-steps');
await cp('tests/labs', labs, { recursive: true });
afterAll(() => rm(folder, { recursive: true }));

/** What a command line says, and how it ends. */
async function lab(...words: string[]) {
	const paper = notepad();
	const code = await main(words, paper);
	return { code, said: paper.said.join('\n'), complaint: paper.complaints.join('\n') };
}

describe('a command line', () => {
	it.each([
		[[], 0, 'npm run lab -- VERB'],
		[['help', 'test'], 0, '--seeds N'],
		[['fmt', '--help'], 0, '--check']
	])('%j is answered', async (words, code, text) => {
		const { said, ...end } = await lab(...words);
		expect(end.code).toBe(code);
		expect(said).toContain(text);
	});

	it.each([
		[['valdate'], 2, 'There is no verb valdate. Did you mean validate?'],
		[['test', '--sedes', '3'], 2, "Unknown option '--sedes'. Usage: lab test [DIR…|--all]"],
		[['test'], 2, 'Name the folder of a lab or a course, or say --all.'],
		[['test', '--all', '--seeds', 'many'], 2, '--seeds takes a whole number from 1 to 9999, not many.'],
		[['up'], 2, 'Something is missing. Usage: lab up DIR'],
		[['up', 'nowhere'], 1, 'There is no lab.yaml in nowhere: name the folder of a lab.'],
		[['validate', 'nowhere'], 1, 'There is no folder nowhere.'],
		[
			['schema', 'lap'],
			2,
			'There is no schema of lap. There are: lab, course, track, quiz, catalogue, translation, quiz-translation.'
		]
	])('%j is refused in a sentence', async (words, code, sentence) => {
		const { complaint, ...end } = await lab(...words);
		expect(complaint).toContain(sentence);
		expect(end.code).toBe(code);
	});
});

describe('new', () => {
	it('makes a sound lab and puts it in its course', async () => {
		const { code, said } = await lab('new', 'log-files', '--in', module);
		expect(code).toBe(0);
		expect(said).toContain('course.yaml');
		expect(await readFile(join(labs, 'tiny-course/course.yaml'), 'utf8')).toContain('two-hosts, log-files]');
		const text = await readFile(join(module, 'log-files/lab.yaml'), 'utf8');
		expect(text).toContain('# yaml-language-server: $schema=../../../.schema/lab.schema.json');
		expect(text).toContain('id: log-files\ntitle: Log files\n');
		const schema = JSON.parse(await readFile(join(labs, '.schema/lab.schema.json'), 'utf8')) as object;
		expect(schema).toMatchObject({ properties: { hosts: {}, tasks: {} }, additionalProperties: false });
		expect(await lab('validate', labs)).toMatchObject({
			code: 0,
			said: 'labs: 4 sound, 0 errors, 0 warnings'
		});
	});

	it.each(['linux', 'theory'])('the template %s is sound', async (from) => {
		await lab('new', `from-${from}`, '--from', from, '--in', folder);
		expect((await lab('validate', join(folder, `from-${from}`))).said).toBe(
			'labs: 1 sound, 0 errors, 0 warnings'
		);
	});

	it('refuses a name that is taken, one that is no id, and a template there is not', async () => {
		expect((await lab('new', 'hello-file', '--in', module)).complaint).toContain('is there already.');
		expect((await lab('new', 'Log_Files', '--in', module)).complaint).toContain('cannot be the id of a lab');
		expect((await lab('new', 'x', '--from', 'web', '--in', module)).complaint).toBe(
			'There is no template web. There are: linux, multihost, theory.'
		);
	});
});

describe('validate', () => {
	it('names file, line and column, and ends with 1', async () => {
		const file = join(folder, 'broken/lab.yaml');
		await lab('new', 'broken', '--in', folder);
		await writeFile(file, (await readFile(file, 'utf8')).replace('minutes: 10', 'minuten: 10'));
		const { code, said } = await lab('validate', join(folder, 'broken'));
		expect(code).toBe(1);
		expect(said).toMatch(/broken\/lab\.yaml:7:1 There is no key `minuten` here\. Did you mean `minutes`\?/);
		const { problems } = JSON.parse((await lab('validate', '--json', join(folder, 'broken'))).said) as {
			problems: { line: number }[];
		};
		expect(problems[0]).toMatchObject({ line: 7, column: 1 });
	});
});

it('an image that is in no folder of images is a warning at its line', async () => {
	const file = join(folder, 'imaged/lab.yaml');
	await lab('new', 'imaged', '--in', folder);
	await writeFile(file, (await readFile(file, 'utf8')).replace('image: linux', 'image: linx'));
	const { code, said } = await lab('validate', join(folder, 'imaged'));
	expect(code).toBe(0);
	expect(said).toMatch(/warning .*imaged\/lab\.yaml:\d+:\d+ There is no image linx in containers\./);
});

it('pack makes the same bytes of the same lab', async () => {
	const [one, two] = [join(folder, 'one.tar.gz'), join(folder, 'two.tar.gz')];
	for (const out of [one, two]) await lab('pack', join(module, 'hello-file'), '--out', out);
	expect((await readFile(one)).equals(await readFile(two))).toBe(true);
});
