import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { main } from './main.ts';
import { notepad } from './paper.ts';

const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const lab = join(folder, 'hello');
await cp('tests/labs/tiny-course/first-steps/hello-file', lab, { recursive: true });
// An id of its own: an author’s sandbox of the lab itself is not ours.
const id = `hello-${randomBytes(4).toString('hex')}`;
const file = join(lab, 'lab.yaml');
await writeFile(file, (await readFile(file, 'utf8')).replace(/^id: .*$/m, `id: ${id}`));
afterAll(async () => {
	await main(['down', lab], notepad());
	await rm(folder, { recursive: true });
});

async function run(...words: string[]) {
	const paper = notepad();
	const code = await main(words, paper);
	return { code, text: [...paper.said, ...paper.complaints].join('\n') };
}

it('a lab is brought up, asked, solved and taken away, from one call to the next', async () => {
	expect(await run('check', lab)).toEqual({
		code: 1,
		text: `The lab ${id} is not up. \`npm run lab -- up DIR\` brings it up.`
	});
	expect((await run('up', lab)).text).toContain(`${id} is up after`);
	expect((await run('up', lab)).text).toContain(`${id} is up already.`);

	const red = await run('check', lab, 'greet/file');
	expect(red.code).toBe(1);
	expect(red.text).toMatch(
		/· greet\/file {2}There is no \/home\/learner\/hello\.txt yet\. {2}\d+ ms\n {4}\[exit 1\]/
	);
	expect((await run('check', lab, 'greet/fill')).text).toContain('There is no check greet/fill');

	expect(await run('solve', lab)).toMatchObject({ code: 0 });
	expect((await run('check', lab)).code).toBe(0);
	const [seen] = JSON.parse((await run('check', lab, 'greet/word', '--json')).text) as object[];
	expect(seen).toMatchObject({ task: 'greet', check: 'word', verdict: 'pass', score: 1 });

	expect((await run('up', lab, '--fresh')).text).toContain(`${id} is up after`);
	expect((await run('check', lab, 'greet/file')).code).toBe(1);
	expect((await run('down', lab)).text).toBe(`${id} is gone.`);
	expect((await run('down', lab)).text).toBe(`${id} was not up.`);
});

it('a scene that cannot be set is told with the script’s own words, and nothing stays', async () => {
	await writeFile(join(lab, 'setup/box.sh'), 'cp /nowhere /tmp\n');
	const { code, text } = await run('up', lab);
	expect(code).toBe(1);
	expect(text).toContain('The scene of this lab could not be set. setup/box.sh on box: exit 1');
	expect(text).toContain("cannot stat '/nowhere'");
	expect((await run('down', lab)).text).toBe(`${id} was not up.`);
});
