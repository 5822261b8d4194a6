import type { Draft } from '../draft.ts';
import type { Check, Lab } from '../lab.ts';
import { PLACEHOLDER } from '../params.ts';
import { shownTexts } from './shown.ts';

/** Shorter ones turn up in honest prose by chance. */
const TELLING = 12;

/**
 * Nothing a learner reads before the task is done holds an expected answer, or a line of its
 * solution unless the task is guided.
 */
export function nothingLeaks(draft: Draft, lab: Lab) {
	const leak = leakFinder(draft, lab);
	const texts = [lab, ...(lab.translations ?? [])].flatMap((lab) => [...shownTexts(draft, lab)]);
	for (const { text, place } of texts) {
		const message = leak(text);
		if (message) draft.findings.error(place, message);
	}
}

/** What a text that learners read gives away, in a sentence; null when that is nothing. */
export function leakFinder(draft: Draft, lab: Lab): (text: string) => string | null {
	const answers = expectedAnswers(lab);
	const guided = new Set(draft.written.tasks.filter((task) => task.guided).map(({ id }) => id));
	const lines = solutionLines(lab).filter(({ task }) => !guided.has(task));
	return (text) => {
		const folded = text.toLowerCase();
		const answer = answers.find((answer) => folded.includes(answer.text.toLowerCase()));
		if (answer)
			return `This gives away the answer to check \`${answer.check}\`. Say it only inside :::solution.`;
		const line = lines.find((line) => text.includes(line.text));
		return line ? `This holds a line of ${line.path}: “${line.text}”. Say it only inside :::solution.` : null;
	};
}

/** Long texts, and those made of a parameter however short: `{{NOISY}}` in a guide is the answer itself. */
function expectedAnswers(lab: Lab) {
	const expected = (check: Check) =>
		check.type === 'answer'
			? [check]
			: check.type === 'quiz'
				? check.quiz.questions.filter(({ type }) => type === 'text')
				: [];
	const texts = (check: Check) =>
		expected(check).flatMap((one) =>
			'expect' in one && 'text' in one.expect
				? one.expect.text.map((text) => ({ check: check.id, text }))
				: []
		);
	return lab.tasks
		.flatMap(({ checks }) => checks.flatMap(texts))
		.filter(({ text }) => text.length >= TELLING || text.match(PLACEHOLDER) !== null);
}

/** What only the solution knows: comments, shell options and short lines are everybody's. */
export function solutionLines(lab: Lab) {
	return lab.solutions.flatMap(({ task, script }) =>
		(script?.text ?? '')
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => line.length >= TELLING && !/^(#|set -|cd |export |PATH=)/.test(line))
			.map((text) => ({ task, path: script!.path, text }))
	);
}
