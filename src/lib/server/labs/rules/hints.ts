import type { Draft } from '../draft.ts';
import type { Lab } from '../lab.ts';
import { solutionLines } from './leaks.ts';

/** Every task says which hints it has, even none; no hint is the solution. */
export function hintsKeepTheSolution(draft: Draft, lab: Lab) {
	for (const [t, task] of draft.written.tasks.entries()) {
		const at = ['tasks', t];
		if (!task.hints) {
			draft.error(
				[...at, 'id'],
				`Task \`${task.id}\` has no hints. Add some, or write \`hints: []\` if it needs none.`
			);
		}
		const lines = solutionLines(lab).filter((line) => line.task === task.id);
		for (const [h, { text }] of (task.hints ?? []).entries()) {
			const told = lines.find((line) => text.includes(line.text));
			if (!told) continue;
			draft.error(
				[...at, 'hints', h],
				`This hint holds a line of ${told.path}: “${told.text}”. Point the way without the command.`
			);
		}
	}
}
