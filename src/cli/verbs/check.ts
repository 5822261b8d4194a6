/** `lab check`: ask the living sandbox, and show all that a check said. */
import type { Trace } from '#lib/server/checks/index.ts';
import { allChecks, nameOf, type Placed, type Seen, type Stage } from '../proof/stage.ts';
import type { Paper } from '../paper.ts';
import { Complaint, type Verb } from '../verb.ts';
import { atWorkbench } from '../workbench.ts';

export const check: Verb = {
	usage: 'DIR [TASK[/CHECK]] [--json]',
	about: 'Run checks in the living sandbox and show what they said.',
	details: 'Ends with 0 when all of them pass. Answers are compared by `lab test` only.',
	options: { json: { type: 'boolean' } },
	least: 1,
	run: ({ words: [folder = '', which], options, paper }) =>
		atWorkbench(folder, async (bench) => {
			const stage = await bench.stage();
			const results = await lookAt(stage, scriptsOf(stage, which));
			if (options.json) paper.say(JSON.stringify(results.map(plain), null, 2));
			else for (const { placed, seen } of results) paper.say(shown(placed, seen, paper));
			return results.every(({ seen }) => seen.verdict === 'pass') ? 0 : 1;
		})
};

interface Result {
	placed: Placed;
	seen: Seen;
}

/** One after the other: so that a log is of one check only, and its time its own. */
async function lookAt(stage: Stage, checks: Placed[]): Promise<Result[]> {
	const results: Result[] = [];
	for (const placed of checks) results.push({ placed, seen: await stage.look(placed) });
	return results;
}

function scriptsOf({ lab }: Stage, which: string | undefined): Placed[] {
	const [task, check] = which?.split('/') ?? [];
	const named = allChecks(lab).filter(
		(placed) => (!task || placed.task.id === task) && (!check || placed.check.id === check)
	);
	if (named.length === 0) {
		const known = allChecks(lab).map(({ task, check }) => `${task.id}/${check.id}`);
		throw new Complaint(`There is no check ${which} in ${lab.id}. There are: ${known.join(', ')}.`);
	}
	const scripts = named.filter(({ check }) => check.type === 'script');
	if (scripts.length > 0) return scripts;
	throw new Complaint(`${which} is an answer to type in: there is nothing to ask the machine.`);
}

const MARKS = { pass: ['green', '✓'], fail: ['yellow', '·'], error: ['red', '✗'] } as const;

function shown(
	placed: Placed,
	{ verdict, message, log, score, milliseconds, trace }: Seen,
	paper: Paper
): string {
	const [colour, mark] = MARKS[verdict];
	const credit = score > 0 && score < 1 ? `, credit ${score}` : '';
	const name = nameOf(placed).replace('Check ', '');
	const rows = [
		`${paper.paint(colour, mark)} ${name}  ${message}  ${paper.paint('dim', `${milliseconds} ms${credit}`)}`,
		...(trace ? traceRows(trace) : log.trim().split('\n')).map((row) => paper.paint('dim', `    ${row}`))
	];
	return rows.join('\n');
}

/** Every word the check spoke, then what it printed, then how it ended. */
function traceRows({ exit, records, stdout, stderr }: Trace): string[] {
	const printed = (name: string, text: string) =>
		text.trim()
			? text
					.trimEnd()
					.split('\n')
					.map((row) => `${name} | ${row}`)
			: [];
	return [
		...records.map(
			({ verb, text, sense }) => `${verb}: ${text}${sense ? '' : '  (no word of the protocol)'}`
		),
		...printed('stdout', stdout),
		...printed('stderr', stderr),
		exit === null ? '[ran out of time]' : `[exit ${exit}]`
	];
}

const plain = ({ placed: { task, check }, seen }: Result) => ({ task: task.id, check: check.id, ...seen });
