/** From words on a command line to a verb and its exit code: 0 all is well, 1 something to mend, 2 misused. */
import { parseArgs } from 'node:util';
import type { Paper } from './paper.ts';
import { Complaint, type Verb } from './verb.ts';
import { nearestVerb, VERBS } from './verbs.ts';

export async function main(words: string[], paper: Paper): Promise<number> {
	const [name = 'help', ...rest] = words;
	if (['help', '--help', '-h'].includes(name)) return help(rest[0], paper);
	const verb = VERBS[name];
	if (!verb) {
		paper.complain(`There is no verb ${name}.${nearestVerb(name)} \`npm run lab -- help\` lists them.`);
		return 2;
	}
	if (rest.includes('--help') || rest.includes('-h')) return help(name, paper);
	try {
		return await run(verb, name, rest, paper);
	} catch (error) {
		if (!(error instanceof Complaint)) throw error;
		paper.complain(error.message);
		return error.misused ? 2 : 1;
	}
}

function run(verb: Verb, name: string, words: string[], paper: Paper): Promise<number> {
	let parsed;
	try {
		parsed = parseArgs({ args: words, options: verb.options, allowPositionals: true });
	} catch (error) {
		const [said] = (error as Error).message.split(/\. (?=To specify)/);
		throw new Complaint(`${said!.replace(/\.?$/, '.')} Usage: lab ${name} ${verb.usage}`, { misused: true });
	}
	const { values, positionals } = parsed;
	if (positionals.length < verb.least)
		throw new Complaint(`Something is missing. Usage: lab ${name} ${verb.usage}`, { misused: true });
	return verb.run({ words: positionals, options: values as Record<string, string | boolean>, paper });
}

function help(about: string | undefined, paper: Paper): number {
	const verb = about ? VERBS[about] : undefined;
	if (verb) {
		paper.say(`lab ${about} ${verb.usage}\n\n${verb.about}${verb.details ? `\n\n${verb.details}` : ''}`);
		return 0;
	}
	paper.say('npm run lab -- VERB\n');
	const width = Math.max(...Object.keys(VERBS).map((name) => name.length));
	for (const [name, { about }] of Object.entries(VERBS)) paper.say(`  ${name.padEnd(width)}  ${about}`);
	paper.say('\n`lab VERB --help` says more. DIR is a lab’s folder, a course’s, or the labs folder.');
	return 0;
}
