import { expect, it } from 'vitest';
import { byFile } from './by-file.ts';

const problem = (file: string, line: number, hides: string | null = null) => ({
	file,
	line,
	column: 1,
	message: '',
	hides
});

it('groups problems by file, in the order of their lines', () => {
	const groups = byFile([problem('b.yaml', 9), problem('a.yaml', 1), problem('b.yaml', 2)]);
	expect(groups.map(({ file, found }) => [file, found.map(({ line }) => line)])).toEqual([
		['a.yaml', [1]],
		['b.yaml', [2, 9]]
	]);
});

it('puts what keeps a lab from learners before warnings, and names it once', () => {
	const groups = byFile([problem('a.yaml', 1), problem('z.yaml', 1, 'dns'), problem('z.yaml', 2, 'dns')]);
	expect(groups.map(({ file, hides }) => [file, hides])).toEqual([
		['z.yaml', ['dns']],
		['a.yaml', []]
	]);
});
