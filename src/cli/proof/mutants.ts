/**
 * Mutants: the solution with one command left out. A check that is worth its points notices.
 *
 * A command is the shortest run of lines that a shell reads as complete, and without which the rest
 * of the script still reads as complete: a line, a loop, a command with its here-document.
 */
import { spawn } from 'node:child_process';
import type { Lab, Script, Solution } from '#lib/server/labs/index.ts';

export interface Mutant {
	/** The solution this one takes the place of. */
	of: Solution;
	/** The script without its command. */
	script: Script;
	/** Where the command stands and how it begins, for the author. */
	name: string;
}

/** Leaving these out changes nothing, or only what a later line would trip over. */
const TELLS_NOTHING = [
	/^(#|$|(set|cd|export|readonly|local|sleep|sync|wait|true|:)(\s|$)|[A-Za-z_]\w*=\S*$)/,
	// Looking, as long as what is seen goes nowhere else.
	/^(ls|cat|echo|head|tail|stat|pwd|id|ps|grep|df|du|ss|ip a)\b[^|>&;]*$/
];

/** At most so many, spread evenly over the solution; the same ones each time. */
export async function mutantsOf(lab: Lab, most: number): Promise<Mutant[]> {
	const all: Mutant[] = [];
	for (const solution of lab.solutions) {
		if (solution.script?.interpreter === 'bash') all.push(...(await mutate(solution, solution.script)));
	}
	if (all.length <= most) return all;
	return Array.from({ length: most }, (_, n) => all[Math.floor((n * all.length) / most)]!);
}

async function mutate(of: Solution, script: Script): Promise<Mutant[]> {
	const lines = script.text.split('\n');
	const mutants: Mutant[] = [];
	for (let from = 0; from < lines.length; from++) {
		if (TELLS_NOTHING.some((pattern) => pattern.test(lines[from]!.trim()))) continue;
		const to = await endOfCommand(lines, from);
		if (to === null) continue;
		const text = lines.toSpliced(from, to - from).join('\n');
		const name = `${script.path}:${from + 1}  ${lines[from]!.trim()}`;
		mutants.push({ of, script: { ...script, text }, name });
		from = to - 1;
	}
	return mutants;
}

/** The line after the command that begins here; null when none does. */
async function endOfCommand(lines: string[], from: number): Promise<number | null> {
	for (let to = from + 1; to <= lines.length; to++) {
		if (/(^|[^\\])(\\\\)*\\$/.test(lines[to - 1]!)) continue; // it goes on in the next line
		if (!(await isComplete(lines.slice(from, to).join('\n')))) continue;
		return (await isComplete(lines.toSpliced(from, to - from).join('\n'))) ? to : null;
	}
	return null;
}

/** Bash only warns of a here-document that never ends: a word is enough to say no. */
function isComplete(text: string): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const bash = spawn('bash', ['-n'], { stdio: ['pipe', 'ignore', 'pipe'] });
		let said = '';
		bash.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
		bash.on('error', reject);
		bash.on('close', (code) => resolve(code === 0 && said === ''));
		bash.stdin.on('error', () => {}).end(`${text}\n`);
	});
}
