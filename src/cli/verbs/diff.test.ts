import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { main } from '../main.ts';
import { notepad } from '../paper.ts';

const OLD = 'tests/labs/tiny-course/first-steps/hello-file';
const folder = await mkdtemp(join(tmpdir(), 'diff-'));
afterAll(() => rm(folder, { recursive: true }));

async function edition(name: string, ...changes: [file: string, from: string, to: string][]) {
	const copy = join(folder, name);
	await cp(OLD, copy, { recursive: true });
	for (const [file, from, to] of changes) {
		const text = await readFile(join(copy, file), 'utf8');
		expect(text).toContain(from);
		await writeFile(join(copy, file), text.replace(from, to));
	}
	return copy;
}

async function differs(now: string) {
	const paper = notepad();
	return { code: await main(['diff', OLD, now], paper), said: paper.said };
}

it('what is written more kindly changes nothing that counts', async () => {
	const { code, said } = await differs(await edition('kind', ['guide.md', '#', '# Welcome:']));
	expect(said).toEqual(['The text of the guide is another.']);
	expect(code).toBe(0);
	expect(await differs(OLD)).toEqual({ code: 0, said: ['Nothing changes for learners.'] });
});

it('what is worth something else, gone or drawn otherwise is said, and ends with 1', async () => {
	const now = await edition(
		'other',
		['lab.yaml', 'points: 2', 'points: 3'],
		['lab.yaml', 'attempts: 3', 'attempts: 2'],
		['lab.yaml', '[anchor, beacon, cinder, dynamo]', '[anchor, beacon]'],
		['lab.yaml', '- id: note', '- id: paper'],
		['lab.yaml', 'A shell can send', 'Your shell can send']
	);
	expect(await differs(now)).toEqual({
		code: 1,
		said: [
			'~ parameter WORD: learners get other values',
			'~ task greet: points 4 → 5',
			'~ task greet: other hints',
			'- check greet/note is gone',
			'~ check greet/word: points 2 → 3',
			'+ check greet/paper is new',
			'~ check read/port: attempts 3 → 2'
		]
	});
});
