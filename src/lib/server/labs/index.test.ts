import { cp, mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openLabs, type Labs } from './index.ts';

const TINY = resolve('tests/labs');
const BROKEN = resolve('tests/broken-labs');

let folder: string;
let labs: Labs | null = null;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'labs-'));
});

afterEach(async () => {
	labs?.close();
	labs = null;
	await rm(folder, { recursive: true });
});

describe('a folder of courses', () => {
	test('is read in the order its author gave', async () => {
		labs = await openLabs(TINY);
		expect(labs.problems()).toEqual([]);
		expect(labs.courses().map(({ id, title, credits }) => [id, title, credits])).toEqual([
			['tiny-course', 'A tiny course', 1.5]
		]);
		const modules = labs
			.course('tiny-course')
			?.modules.map(({ id, labs }) => [id, labs.map((lab) => lab.id)]);
		expect(modules).toEqual([['first-steps', ['how-it-works', 'hello-file', 'two-hosts']]]);
		expect(labs.all().map(({ id }) => id)).toEqual(['how-it-works', 'hello-file', 'two-hosts']);
		expect(labs.track('tiny-track')?.labs).toEqual(['hello-file', 'two-hosts']);
		expect(labs.lab('hello-file')).toMatchObject({ courseId: 'tiny-course', moduleId: 'first-steps' });
	});

	test('has nothing under names that are not there', async () => {
		labs = await openLabs(TINY);
		expect([labs.lab('nope'), labs.course('nope'), labs.track('nope'), labs.lab('__proto__')]).toEqual([
			null,
			null,
			null,
			null
		]);
	});

	test('that does not exist is empty, and says so', async () => {
		labs = await openLabs(join(folder, 'nowhere'));
		expect(labs.courses()).toEqual([]);
		expect(labs.problems()).toMatchObject([
			{ hides: null, message: expect.stringContaining('There are no courses') }
		]);
	});

	test('gives a lab the same digest wherever it lies, and another after any change', async () => {
		labs = await openLabs(TINY);
		const before = labs.lab('hello-file')?.digest;
		await cp(TINY, folder, { recursive: true });
		const copy = await openLabs(folder);
		copy.close();
		expect(copy.lab('hello-file')?.digest).toBe(before);
		await writeFile(join(folder, 'tiny-course/first-steps/hello-file/files/note.txt'), 'Port {{PORT}}\n');
		const changed = await openLabs(folder);
		changed.close();
		expect(changed.lab('hello-file')?.digest).not.toBe(before);
		expect(changed.lab('two-hosts')?.digest).toBe(labs.lab('two-hosts')?.digest);
	});
});

describe('what a course says of its labs', () => {
	const course = join('tiny-course', 'course.yaml');
	const withCourse = async (lines: string) => {
		await cp(TINY, folder, { recursive: true });
		const before = await readFile(join(folder, course), 'utf8');
		await writeFile(join(folder, course), before.replace('  - Can write a line into a file\n', lines));
		return (labs = await openLabs(folder));
	};

	test('outcomes name the labs that show them; one that names none is shown in all', async () => {
		const { outcomes } = (
			await withCourse('  - { text: Can write, labs: [hello-file] }\n  - Can do it all\n')
		).course('tiny-course')!;
		expect(outcomes).toEqual([
			{ text: 'Can write', labs: ['hello-file'] },
			{ text: 'Can do it all', labs: ['how-it-works', 'hello-file', 'two-hosts'] }
		]);
	});

	test('reading and a capstone are told', async () => {
		const written = await withCourse(
			[
				'  - Can write',
				'reading:',
				'  - { title: The file, by: Somebody, url: "https://example.org/file" }',
				'  - { title: On paper }',
				'workload: Two hours of labs and one of reading.\n'
			].join('\n')
		);
		expect(written.problems()).toEqual([]);
		expect(written.course('tiny-course')).toMatchObject({
			workload: 'Two hours of labs and one of reading.',
			reading: [
				{ title: 'The file', by: 'Somebody', url: 'https://example.org/file', note: '' },
				{ title: 'On paper', by: '', url: null, note: '' }
			],
			capstone: { lab: 'hello-file', text: 'Write what you would tell the next person about the file.' }
		});
	});

	test('a lab that is not there is named with its nearest spelling, and the course stays', async () => {
		const written = await withCourse('  - { text: Can write, labs: [helo-file] }\n');
		expect(written.course('tiny-course')?.outcomes).toEqual([{ text: 'Can write', labs: [] }]);
		expect(written.problems()).toMatchObject([
			{
				file: 'tiny-course/course.yaml',
				line: 7,
				hides: null,
				message: expect.stringContaining('`hello-file`')
			}
		]);
	});

	test('an address of another kind is refused at its line', async () => {
		const written = await withCourse('  - Can write\nreading: [{ title: X, url: "javascript:alert(1)" }]\n');
		expect(written.course('tiny-course')).toBeNull();
		expect(written.problems()[0]).toMatchObject({ line: 8, message: expect.stringContaining('https://') });
	});
});

describe('the order of the catalogue', () => {
	const course = (id: string) =>
		`title: ${id}\nsummary: s\nlevel: beginner\nmodules: [{ id: m, title: M }]\n`;

	test('is the one of catalogue.yaml, and then that of the folders', async () => {
		for (const id of ['alpha', 'beta', 'gamma']) {
			await mkdir(join(folder, id));
			await writeFile(join(folder, id, 'course.yaml'), course(id));
		}
		await writeFile(join(folder, 'catalogue.yaml'), 'courses: [gamma, betta, alpha]\n');
		labs = await openLabs(folder);
		expect(labs.courses().map(({ id }) => id)).toEqual(['gamma', 'alpha', 'beta']);
		expect(labs.problems()).toMatchObject([
			{ file: 'catalogue.yaml', line: 1, hides: null, message: expect.stringContaining('`beta`') }
		]);
	});
});

describe('planted mistakes', () => {
	test('keep only their own lab away', async () => {
		labs = await openLabs(BROKEN);
		expect(labs.all().map(({ id }) => id)).toEqual(['healthy']);
		expect(labs.courses().map(({ id }) => id)).toEqual(['planted']);
		expect(labs.track('half')?.labs).toEqual(['healthy']);
	});

	test('are each told in one place', async () => {
		labs = await openLabs(BROKEN);
		const said = labs
			.problems()
			.map(({ file, message }) => `${file.replace('planted/mistakes/', '')} ${message}`);
		for (const expected of EXPECTED) expect(said.filter((line) => line.includes(expected))).toHaveLength(1);
	});

	const EXPECTED = [
		'broken-course/course.yaml `modules` is missing. Expected a list.',
		'broken-course/course.yaml Expected one of `beginner`, `intermediate`, `advanced`, but `level` is the text “easy”.',
		'misspelt-key/lab.yaml There is no key `minuts` here. Did you mean `minutes`?',
		'number-for-text/lab.yaml Expected a time with its unit',
		'missing-script/lab.yaml There is no file `checks/flie.sh` in this lab. Did you mean `checks/file.sh`?',
		'needs-in-a-circle/lab.yaml This task can never open: `write` needs `name` needs `write`.',
		'task-not-in-guide/lab.yaml Task `name` is not in the guide.',
		'answer-in-guide/guide.md This gives away the answer to check `room`.',
		'solution-in-hint/lab.yaml This hint holds a line of solve/write.sh',
		'undeclared-parameter/guide.md No parameter `ROMO` is declared.',
		'secret-in-guide/guide.md Parameter `TOKEN` is secret',
		'slow-pattern/lab.yaml This pattern repeats a group',
		'windows-line-ends/checks/file.sh Lines end as on Windows',
		'alias-bomb/lab.yaml This is not usable YAML: Excessive alias count',
		'prototype-key/lab.yaml A key must not be called `__proto__`.',
		'binary-garbage/lab.yaml There is a NUL byte here.',
		'no-lab-file/lab.yaml There is no lab.yaml in this folder.',
		'raw-html/guide.md Raw HTML is not shown: `<b>`.',
		'remote-picture/guide.md Pictures come from the lab’s own folder',
		'twin/lab.yaml The id `healthy` belongs to planted/mistakes/healthy.',
		'planted/course.yaml There is no folder mistakes/not-there in this course.',
		'tracks/half.yaml There is no lab `helthy`, or it is broken. Did you mean `healthy`?'
	];

	test('a lab in no list is a warning', async () => {
		await cp(TINY, folder, { recursive: true });
		await cp(join(TINY, 'tiny-course/first-steps/two-hosts'), join(folder, 'tiny-course/first-steps/extra'), {
			recursive: true
		});
		labs = await openLabs(folder);
		expect(labs.problems()).toMatchObject([
			{ file: 'tiny-course/course.yaml', hides: null, message: expect.stringContaining('first-steps/extra') }
		]);
	});

	test('a folder where a file should be, and a file where a folder should be, hide only themselves', async () => {
		await cp(TINY, folder, { recursive: true });
		const labYaml = join(folder, 'tiny-course/first-steps/two-hosts/lab.yaml');
		await rm(labYaml);
		await mkdir(labYaml);
		await rm(join(folder, 'tiny-course/first-steps/how-it-works'), { recursive: true });
		await writeFile(join(folder, 'tiny-course/first-steps/how-it-works'), 'not a folder');
		await mkdir(join(folder, 'second-course/course.yaml'), { recursive: true });
		labs = await openLabs(folder);
		expect(labs.all().map(({ id }) => id)).toEqual(['hello-file']);
		expect(labs.problems().length).toBeGreaterThanOrEqual(3);
	});
});

describe('when files change', () => {
	const lab = (name: string) => join(folder, 'tiny-course/first-steps', name);
	const edit = async (path: string, from: string, to: string) => {
		const text = await readFile(path, 'utf8');
		await writeFile(path, text.replace(from, to));
	};

	test('the catalogue is read again and listeners are told', async () => {
		await cp(TINY, folder, { recursive: true });
		labs = await openLabs(folder);
		const told = vi.fn();
		labs.onChange(told);
		await edit(join(lab('hello-file'), 'lab.yaml'), 'A file that says hello', 'Another title');
		await vi.waitFor(() => expect(told).toHaveBeenCalled(), 4000);
		expect(labs.lab('hello-file')?.title).toBe('Another title');
	});

	test('a lab that breaks goes, the others stay, and it comes back mended', async () => {
		await cp(TINY, folder, { recursive: true });
		const opened = (labs = await openLabs(folder));
		const other = opened.lab('two-hosts');
		await edit(join(lab('hello-file'), 'lab.yaml'), 'minutes: 5', 'minutes: soon');
		await vi.waitFor(() => expect(opened.lab('hello-file')).toBeNull(), 4000);
		expect(opened.problems()).toContainEqual(
			expect.objectContaining({ line: 7, hides: expect.stringContaining('hello-file') })
		);
		expect(opened.lab('two-hosts')).toBe(other); // unchanged, so not even read anew
		await edit(join(lab('hello-file'), 'lab.yaml'), 'minutes: soon', 'minutes: 6');
		await vi.waitFor(() => expect(opened.lab('hello-file')?.minutes).toBe(6), 4000);
		expect(opened.problems()).toEqual([]);
	});

	test('a folder that comes later is found', async () => {
		const later = join(folder, 'later');
		const opened = (labs = await openLabs(later));
		await cp(TINY, later, { recursive: true });
		await vi.waitFor(() => expect(opened.all()).toHaveLength(3), 6000);
	}, 8000);

	test('nobody is told after they stopped listening, or after close', async () => {
		await cp(TINY, folder, { recursive: true });
		labs = await openLabs(folder);
		const told = vi.fn();
		labs.onChange(told)();
		const heard = vi.fn();
		labs.onChange(heard);
		await edit(join(lab('hello-file'), 'lab.yaml'), 'minutes: 5', 'minutes: 6');
		await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 4000);
		labs.close();
		heard.mockClear();
		await edit(join(lab('hello-file'), 'lab.yaml'), 'minutes: 6', 'minutes: 7');
		await new Promise((done) => setTimeout(done, 500));
		expect(told).not.toHaveBeenCalled();
		expect(heard).not.toHaveBeenCalled();
	});
});
