/** `lab solve`: apply the solution to the living sandbox. */
import { fillIn, type Lab, type Solution } from '#lib/server/labs/index.ts';
import { Complaint, type Verb } from '../verb.ts';
import { atWorkbench } from '../workbench.ts';

export const solve: Verb = {
	usage: 'DIR [TASK]',
	about: 'Apply the solution, of one task or of all in order.',
	options: {},
	least: 1,
	run: ({ words: [folder = '', only], paper }) =>
		atWorkbench(folder, async ({ lab, stage: find }) => {
			const stage = await find();
			const steps = stepsOf(lab, only);
			let failed = false;
			for (const step of steps) {
				const problems = await stage.apply([step]);
				failed ||= problems.length > 0;
				for (const problem of problems) paper.complain(problem);
				if (step.script && problems.length === 0)
					paper.say(`${paper.paint('green', '✓')} ${step.script.path}`);
				for (const [check, answer] of Object.entries(step.answers))
					paper.say(`  answer to ${step.task}/${check}: ${fillIn(answer, stage.values)}`);
			}
			return failed ? 1 : 0;
		})
};

/** Solutions in the order of the tasks; `only` of one. */
function stepsOf(lab: Lab, only: string | undefined): Solution[] {
	const ids = lab.tasks.map(({ id }) => id);
	if (only !== undefined && !ids.includes(only))
		throw new Complaint(`There is no task ${only} in ${lab.id}. There are: ${ids.join(', ')}.`);
	const steps = lab.solutions.filter(({ task }) => only === undefined || task === only);
	if (steps.length === 0) throw new Complaint('There is no solution for this in solve/.');
	return steps;
}
