/**
 * What lies open on a host: files put there, its environment, and the questions of a quiz. A
 * learner reads them as easily as the guide, so they hold no solution, and nothing that is the
 * server's alone. An expected answer may be in a file: to find it there is what many labs ask.
 */
import type { Draft } from '../draft.ts';
import { textOf } from '../folder.ts';
import type { Lab } from '../lab.ts';
import type { LabFile } from '../schema.ts';
import { leakFinder, solutionLines } from './leaks.ts';

type WrittenHost = LabFile['hosts'][string];
type WrittenFile = WrittenHost['files'][number];

const SERVERS_OWN = /^(solve|wrong|checks|grader|faults|quiz)\//;

export function hostsKeepSecrets(draft: Draft, lab: Lab) {
	const leak = leakFinder(draft, lab);
	for (const [name, host] of Object.entries(draft.written.hosts)) {
		if (host.hidden) continue;
		for (const [f, file] of host.files.entries()) {
			const problem = isReadable(host, file) ? fileProblem(draft, lab, file) : null;
			if (problem) draft.error(['hosts', name, 'files', f, 'from'], problem);
		}
		for (const [variable, value] of Object.entries(host.env)) {
			const problem = leak(value);
			if (problem) draft.error(['hosts', name, 'env', variable], problem);
		}
	}
	for (const { path, question, text } of questionTexts(lab)) {
		const problem = leak(text);
		if (problem) draft.findings.error(draft.in(path, lineOf(draft, path, question)), problem);
	}
}

/** By the learner: as the owner, as anybody, or because every file is theirs to read. */
function isReadable({ user, sudo }: WrittenHost, { owner, mode }: WrittenFile): boolean {
	const forOthers = (Number(mode.at(-1)) & 4) !== 0;
	return user === 'root' || sudo || owner.split(':')[0] === user || forOthers;
}

function fileProblem(draft: Draft, lab: Lab, { from }: WrittenFile): string | null {
	if (SERVERS_OWN.test(from) || draft.written.grader?.files.some((other) => other.from === from))
		return `Learners could read \`${from}\` there, and it is for the server only. Put a copy of what they may read into files/.`;
	const guided = new Set(draft.written.tasks.filter((task) => task.guided).map(({ id }) => id));
	const content = textOf(draft.folder, from) ?? '';
	const line = solutionLines(lab).find(({ task, text }) => !guided.has(task) && content.includes(text));
	return line ? `Learners could read a line of ${line.path} in this file: “${line.text}”.` : null;
}

function* questionTexts(lab: Lab) {
	for (const check of lab.tasks.flatMap(({ checks }) => checks)) {
		if (check.type !== 'quiz') continue;
		// Options hold what is right on purpose, among what is not.
		for (const { id, text } of check.quiz.questions) yield { path: check.quiz.path, question: id, text };
	}
}

function lineOf(draft: Draft, path: string, question: string): number {
	const lines = (textOf(draft.folder, path) ?? '').split('\n');
	return (
		1 +
		Math.max(
			0,
			lines.findIndex((line) => line.includes(`id: ${question}`))
		)
	);
}
