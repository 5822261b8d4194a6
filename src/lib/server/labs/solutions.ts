/**
 * Solutions, found by their names: solve/TASK.sh, solve/TASK.HOST.sh, solve/TASK.answer, and the
 * same below wrong/NAME/ for solutions that must not earn full marks.
 */
import type { Draft } from './draft.ts';
import { placesOf } from './grader.ts';
import type { Solution, WrongSolution } from './lab.ts';
import { isRescue, readWorkarounds } from './rescue.ts';
import { scriptFile } from './scripts.ts';
import { suggestion } from './spelling.ts';

const NAME = /^([^.]+)(?:\.([^.]+))?\.(sh|py|answer)$/;

/** Every solution below this folder, in the order of the tasks. */
export function readSolutions(draft: Draft, below: string): Solution[] {
	const order = draft.written.tasks.map(({ id }) => id);
	return [...draft.folder.files.keys()]
		.filter((path) => path.startsWith(`${below}/`) && !/\/|^README|^_/.test(path.slice(below.length + 1)))
		.filter((path) => !isRescue(draft, path.slice(below.length + 1)))
		.map((path) => readSolution(draft, path, path.slice(below.length + 1)))
		.filter((solution) => solution !== null)
		.sort((a, b) => order.indexOf(a.task) - order.indexOf(b.task));
}

export function readWrongSolutions(draft: Draft): WrongSolution[] {
	const names = [...draft.folder.files.keys()].map((path) => /^wrong\/([^/]+)\/[^/]+$/.exec(path)?.[1]);
	const found = [...new Set(names.filter((name) => name !== undefined))].map((name) => ({
		name,
		steps: readSolutions(draft, `wrong/${name}`)
	}));
	const onlyForDrill = new Set(readWorkarounds(draft).map(({ name }) => name));
	return found.filter(({ name, steps }) => steps.length > 0 || !onlyForDrill.has(name));
}

function readSolution(draft: Draft, path: string, name: string): Solution | null {
	const [, task = '', host = null, kind] = NAME.exec(name) ?? [];
	const text = draft.folder.files.get(path)?.toString('utf8') ?? '';
	if (!kind) return refuse(draft, path, 'Solutions are called TASK.sh, TASK.HOST.sh or TASK.answer.');

	const tasks = draft.written.tasks.map(({ id }) => id);
	if (!tasks.includes(task)) {
		return refuse(draft, path, `There is no task \`${task}\` in this lab.${suggestion(task, tasks)}`);
	}
	if (kind === 'answer')
		return { task, host: null, script: null, answers: readAnswers(draft, path, text, task) };
	const where = hostOf(draft, path, host);
	return where === null ? null : { task, host: where, script: scriptFile(path, text), answers: {} };
}

function hostOf(draft: Draft, path: string, named: string | null): string | null {
	const hosts = Object.keys(draft.written.hosts);
	if (named !== null) {
		if (placesOf(draft).includes(named)) return named;
		return refuse(draft, path, `There is no host \`${named}\` in this lab.${suggestion(named, hosts)}`);
	}
	if (hosts.length === 1) return hosts[0]!;
	return refuse(
		draft,
		path,
		hosts.length === 0
			? 'This lab has no hosts to run a script on: give answers in TASK.answer.'
			: 'This lab has several hosts: say which one in the name, as in TASK.HOST.sh.'
	);
}

/** Lines `check=answer`; blank ones and those that begin with # are skipped. */
function readAnswers(draft: Draft, path: string, text: string, task: string): Record<string, string> {
	const known = answerChecks(draft, task);
	const answers: Record<string, string> = {};
	for (const [index, line] of text.split('\n').entries()) {
		if (!line.trim() || line.startsWith('#')) continue;
		const [, check = '', answer] = /^\s*([^=\s]+)\s*(?:=\s*(.*?)\s*)?$/.exec(line) ?? [];
		if (known.includes(check) && answer !== undefined) answers[check] = answer;
		else draft.findings.error(draft.in(path, index + 1), answerSentence(check, task, known));
	}
	return answers;
}

const answerChecks = ({ written }: Draft, task: string) =>
	(written.tasks.find(({ id }) => id === task)?.checks ?? [])
		.filter(({ type }) => type === 'answer')
		.map(({ id }) => id);

const answerSentence = (check: string, task: string, known: string[]) =>
	check && !known.includes(check)
		? `Task \`${task}\` has no check of answers called \`${check}\`.${suggestion(check, known)}`
		: 'Expected a line such as `check=answer`.';

function refuse(draft: Draft, path: string, message: string): null {
	draft.findings.error(draft.in(path), message);
	return null;
}
