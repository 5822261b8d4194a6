/** Solutions that are not the solution, wrong ones and mutants: does any check notice? */
import type { Solution, Task } from '#lib/server/labs/index.ts';
import { playFault } from './faults.ts';
import type { Mutant } from './mutants.ts';
import { checksOf, holding, solutionsOf, type Stage } from './stage.ts';

/** Everything as in the solution, with the wrong steps in place of their tasks' own. */
export function acceptsWrong(stage: Stage, wrong: Solution[]): Promise<boolean> {
	const touched = new Set(wrong.map(({ task }) => task));
	return accepts(stage, (task) =>
		touched.has(task.id) ? wrong.filter((step) => step.task === task.id) : solutionsOf(stage.lab, task)
	);
}

/** Everything as in the solution, but for the one command that is left out. */
export function acceptsMutant(stage: Stage, { of, script }: Mutant): Promise<boolean> {
	return accepts(stage, (task) =>
		solutionsOf(stage.lab, task).map((solution) => (solution === of ? { ...of, script } : solution))
	);
}

/** True when every check passes: each after its task, and those that must hold again in the end. */
async function accepts(stage: Stage, solve: (task: Task) => Solution[]): Promise<boolean> {
	for (const task of stage.lab.tasks) {
		if ((await playFault(stage, task, null)).length > 0) return false;
		await stage.apply(solve(task));
		if (!(await stage.allPass(checksOf(task)))) return false;
	}
	return stage.allPass(holding(stage.lab));
}
