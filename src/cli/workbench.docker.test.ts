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
		/· greet\/file {2}There is no \/home\/learner\/hello\.txt yet\. {2}\d+ ms\n {4}fail: There is no \/home\/learner\/hello\.txt yet\.\n {4}\[exit 1\]/
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

it('what an interpreter complains about is named by the author’s file and line', async () => {
	const check = join(lab, 'checks/word.sh');
	const [yaml, library, script] = await Promise.all(
		[file, join(lab, 'checks/_lib.sh'), check].map((path) => readFile(path, 'utf8'))
	);
	await run('up', lab);
	await writeFile(check, '# one\n# two\nno-such-tool\ncredit 0.5 "Half."\nfail "Not yet."\n');
	const { text } = await run('check', lab, 'greet/word');
	expect(text).toContain('stderr | checks/word.sh:3: no-such-tool: command not found');
	expect(text).toContain('    credit 0.5: Half.\n    fail: Not yet.');

	await writeFile(check, '# one\nif true; then\n');
	expect((await run('check', lab, 'greet/word')).text).toContain('checks/word.sh:3: syntax error');

	await writeFile(file, yaml!.replaceAll('checks/word.sh', 'checks/word.py'));
	await writeFile(join(lab, 'checks/word.py'), 'from lab import ok\n\ndef look():\n    1 / 0\nlook()\n');
	const python = (await run('check', lab, 'greet/word')).text;
	expect(python).toContain('File "checks/word.py", line 4, in look');
	expect(python).toContain('File "checks/word.py", line 5, in <module>');

	await rm(join(lab, 'checks/word.py'));
	await writeFile(file, yaml!);
	await writeFile(check, script!);
	await writeFile(join(lab, 'checks/_lib.sh'), `${library!.trimEnd()}\nno-such-tool\n`);
	const line = library!.trimEnd().split('\n').length + 1;
	expect((await run('check', lab, 'greet/word')).text).toContain(`checks/_lib.sh:${line}: no-such-tool`);
	await writeFile(join(lab, 'checks/_lib.sh'), library!);

	await writeFile(join(lab, 'solve/greet.sh'), '# one\ntrue\ngrep -q nothing /etc/hostname\ntrue\n');
	expect((await run('solve', lab, 'greet')).text).toContain(
		'solve/greet.sh:3: exit 1 from: grep -q nothing /etc/hostname'
	);
	await run('down', lab);
});

it('a scene that cannot be set is told with the script’s own words, and nothing stays', async () => {
	await writeFile(join(lab, 'setup/box.sh'), 'cp /nowhere /tmp\n');
	const { code, text } = await run('up', lab);
	expect(code).toBe(1);
	expect(text).toContain('The scene of this lab could not be set. setup/box.sh on box: exit 1');
	expect(text).toContain("cannot stat '/nowhere'");
	expect((await run('down', lab)).text).toBe(`${id} was not up.`);
});
