import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { provenAttacks } from '../tests/attacks/elsewhere.ts';

const named = provenAttacks.flatMap(({ number, tests }) =>
	tests.map(({ file, names }) => [number, file, names] as const)
);

/** Tests of a table have names with a gap: "refuse with %i who may not come in". */
const gaps = (text: string) =>
	[...text.matchAll(/'([^'\n%]+)%[a-z][^'\n]*'/g)].map(([, start = '']) => start);

test.each(named)('what attack %i believes stands in %s, under the names it gives', async (_, file, names) => {
	const text = await readFile(file, 'utf8');
	const isThere = (name: string) => text.includes(name) || gaps(text).some((start) => name.startsWith(start));
	expect(names.filter((name) => !isThere(name))).toEqual([]);
});
