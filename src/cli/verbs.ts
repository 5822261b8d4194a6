/** The table of verbs, in the order in which an author meets them. */
import type { Verb } from './verb.ts';
import { check } from './verbs/check.ts';
import { diff } from './verbs/diff.ts';
import { dev } from './verbs/dev.ts';
import { fmt } from './verbs/fmt.ts';
import { bring } from './verbs/import.ts';
import { create } from './verbs/new.ts';
import { pack } from './verbs/pack.ts';
import { schema } from './verbs/schema.ts';
import { shell } from './verbs/shell.ts';
import { solve } from './verbs/solve.ts';
import { test } from './verbs/test.ts';
import { down, up } from './verbs/up.ts';
import { validate } from './verbs/validate.ts';

export const VERBS: Record<string, Verb> = {
	new: create,
	validate,
	dev,
	up,
	shell,
	check,
	solve,
	down,
	test,
	fmt,
	schema,
	pack,
	diff,
	import: bring
};

/** For a word that is nearly one. */
export function nearestVerb(word: string): string {
	const near = Object.keys(VERBS).find(
		(name) => name[0] === word[0] && Math.abs(name.length - word.length) < 3
	);
	return near ? ` Did you mean ${near}?` : '';
}
