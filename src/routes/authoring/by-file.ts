import type { Problem } from '#lib/server/labs/lab.ts';

/** Files in order of their names; what keeps something from learners before mere warnings. */
export function byFile(problems: Problem[]) {
	return Object.entries(Object.groupBy(problems, ({ file }) => file))
		.map(([file, found = []]) => ({
			file,
			found: found.toSorted((a, b) => a.line - b.line || a.column - b.column)
		}))
		.map((group) => ({ ...group, hides: [...new Set(group.found.flatMap(({ hides }) => hides ?? []))] }))
		.toSorted(
			(a, b) => Number(b.hides.length > 0) - Number(a.hides.length > 0) || a.file.localeCompare(b.file)
		);
}
