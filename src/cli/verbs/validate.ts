/** `lab validate`: everything that can be said of a lab without running it. */
import { findLabs, line } from '../folders.ts';
import { imageWarnings } from '../images.ts';
import type { Verb } from '../verb.ts';

export const validate: Verb = {
	usage: '[DIR…] [--json]',
	about: 'Read labs and say what is wrong, with file:line:column. Needs no Docker.',
	details: 'Ends with 1 when something keeps a lab from learners; warnings alone end with 0.',
	options: { json: { type: 'boolean' } },
	least: 0,
	async run({ words, options, paper }) {
		const { labs, problems: found } = await findLabs(words);
		const problems = [...found, ...(await imageWarnings(labs))];
		const errors = problems.filter(({ hides }) => hides !== null);
		if (options.json) {
			paper.say(JSON.stringify({ labs: labs.map(({ id, digest }) => ({ id, digest })), problems }, null, 2));
			return errors.length > 0 ? 1 : 0;
		}
		for (const problem of problems) {
			const warning = problem.hides === null;
			paper.say(
				`${paper.paint(warning ? 'yellow' : 'red', warning ? 'warning' : 'error')}  ${line(problem)}`
			);
		}
		const sum = [
			`${labs.length} sound`,
			`${errors.length} errors`,
			`${problems.length - errors.length} warnings`
		];
		paper.say(paper.paint(errors.length > 0 ? 'red' : 'green', `labs: ${sum.join(', ')}`));
		return errors.length > 0 ? 1 : 0;
	}
};
