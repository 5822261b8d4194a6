import { expect, it } from 'vitest';
import type { Lab } from '#lib/server/labs/index.ts';
import { mutantsOf } from './mutants.ts';

const labOf = (...texts: string[]) =>
	({
		solutions: texts.map((text, n) => ({
			...{ task: `t${n}`, host: 'box', answers: {} },
			script: { path: `solve/t${n}.sh`, interpreter: 'bash', text }
		}))
	}) as unknown as Lab;

const leftOut = async (text: string) =>
	(await mutantsOf(labOf(text), 99)).map(({ script }) =>
		text
			.split('\n')
			.filter((line) => !script.text.split('\n').includes(line))
			.join('\n')
	);

it('leaves out one command at a time', async () => {
	expect(await leftOut('touch a\nchmod 600 a\n')).toEqual(['touch a', 'chmod 600 a']);
});

it('takes a loop, a continued line and a here-document as one command each', async () => {
	const loop = 'for x in 1 2; do\n\ttouch $x\ndone';
	const long = 'install \\\n\t-m 600 a b';
	const here = 'cat > c <<END\nif then fi\nEND';
	const piped = 'sort d |\n\tuniq';
	expect(await leftOut([loop, long, here, piped].join('\n'))).toEqual([loop, long, here, piped]);
});

it('does not leave out what changes nothing', async () => {
	expect(await leftOut('# why\nset -x\nsleep 1\nWORD=a\nls -l a\n\necho a > a')).toEqual(['echo a > a']);
});

it('says where the command stands', async () => {
	const [mutant] = await mutantsOf(labOf('# first\n\trm -f x'), 9);
	expect(mutant?.name).toBe('solve/t0.sh:2  rm -f x');
});

it('takes no more than asked, from the whole solution, and the same each time', async () => {
	const lab = labOf('a 1\na 2\na 3', 'b 1\nb 2\nb 3');
	const names = async () => (await mutantsOf(lab, 3)).map(({ name }) => name);
	expect(await names()).toEqual(['solve/t0.sh:1  a 1', 'solve/t0.sh:3  a 3', 'solve/t1.sh:2  b 2']);
	expect(await names()).toEqual(await names());
});
