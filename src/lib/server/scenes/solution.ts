/** Applying an author's solution to machines: for a proof, and for who jumps to a task. */
import type { Lab, Solution, Values } from '#lib/server/labs/index.ts';
import type { Sandbox } from '#lib/server/sandbox/index.ts';
import { runStep } from './run-step.ts';

/** A solution gets as long as the slowest service needs to come up. */
const STEP_SECONDS = 120;

/** Runs its script, if it has one. A sentence for the author when that fails, else null. */
export async function applySolution(
	sandbox: Sandbox,
	{ lab, values }: { lab: Lab; values: Values },
	{ host, script }: Solution
): Promise<string | null> {
	if (!script || !host) return null;
	const step = { host, script, args: [], env: {}, timeoutSeconds: STEP_SECONDS };
	const { code, stdout, stderr, timedOut } = await runStep(sandbox, lab, step, values);
	if (code === 0) return null;
	const how = timedOut ? `ran out of its ${STEP_SECONDS} seconds` : `ends with exit ${code}`;
	return `${script.path} ${how}: ${ending(stdout + stderr)}`;
}

export const solutionsOf = (lab: Lab, task: { id: string }): Solution[] =>
	lab.solutions.filter(({ task: id }) => id === task.id);

/** The last words of an output. */
export const ending = (output: string) => output.trim().slice(-500) || 'it said nothing';
