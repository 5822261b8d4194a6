/** How right the answers to a quiz are. Partly right counts where a part can be right. */
import { isRightAnswer, LONGEST_ANSWER } from '../answers.ts';
import type { Quiz, QuizQuestion } from '../lab.ts';
import { fillIn, type Values } from '../params.ts';
import { optionsOf, type Shuffled } from './options.ts';

/**
 * What was given, by field: the ids of the options chosen, the text, the number; and for items to
 * put in order `QUESTION.ITEM` with its place, from 1.
 */
export type Given = Readonly<Record<string, string[]>>;

export interface QuizResult {
	/** Share of the points, 0 to 1. */
	score: number;
	/** Questions that are wholly right. */
	right: number;
	/** Share by question id. */
	shares: ReadonlyMap<string, number>;
}

export function gradeQuiz(quiz: Quiz, given: Given, about: { values: Values; seed: string }): QuizResult {
	const shuffled = { seed: about.seed, shuffle: quiz.shuffle };
	const shares = new Map(
		quiz.questions.map((question) => [question.id, shareOf(question, given, { ...about, shuffled })])
	);
	const points = (share: (id: string) => number) =>
		quiz.questions.reduce((sum, { id, points }) => sum + points * share(id), 0);
	return {
		score:
			points((id) => shares.get(id) ?? 0) /
			Math.max(
				1,
				points(() => 1)
			),
		right: [...shares.values()].filter((share) => share === 1).length,
		shares
	};
}

/** The fields of a form that belong to this quiz; nothing else is kept. */
export function givenIn(quiz: Quiz, seed: string, fields: Iterable<[name: string, value: string]>): Given {
	const known = new Set(
		quiz.questions.flatMap((question) => [
			question.id,
			...optionsOf(question, { seed, shuffle: quiz.shuffle }).map(({ id }) => `${question.id}.${id}`)
		])
	);
	const given: Record<string, string[]> = {};
	for (const [name, value] of fields) {
		if (!known.has(name) || (given[name]?.length ?? 0) >= 12) continue;
		(given[name] ??= []).push(value.slice(0, LONGEST_ANSWER));
	}
	return given;
}

interface About {
	values: Values;
	shuffled: Shuffled;
}

function shareOf(question: QuizQuestion, given: Given, { values, shuffled }: About): number {
	const [first = ''] = given[question.id] ?? [];
	switch (question.type) {
		case 'text':
			return isRightAnswer(question, first, values) ? 1 : 0;
		case 'number':
			return isNear(first, Number(fillIn(question.answer, values)), question.tolerance) ? 1 : 0;
		case 'choice':
		case 'multi':
			return chosenRight(question, given, shuffled);
		case 'order':
			return inPlace(question, given, shuffled);
	}
}

/** Right ones less wrong ones: who ticks everything has understood nothing. */
function chosenRight(question: WithOptions, given: Given, shuffled: Shuffled): number {
	const isRight = (position: number) => question.options[position]?.right === true;
	const chosen = optionsOf(question, shuffled).filter(({ id }) => given[question.id]?.includes(id));
	const right = chosen.filter(({ position }) => isRight(position)).length;
	const all = question.options.filter(({ right }) => right).length;
	return Math.max(0, right - (chosen.length - right)) / Math.max(1, all);
}

/** The same place for everything is a guess, and worth nothing. */
function inPlace(question: QuizQuestion, given: Given, shuffled: Shuffled): number {
	const places = optionsOf(question, shuffled).map(({ id, position }) => ({
		is: Number(given[`${question.id}.${id}`]?.[0]) - 1,
		should: position
	}));
	if (new Set(places.map(({ is }) => is)).size < places.length) return 0;
	return places.filter(({ is, should }) => is === should).length / places.length;
}

type WithOptions = Extract<QuizQuestion, { options: unknown }>;

function isNear(written: string, wanted: number, tolerance: number): boolean {
	if (written.trim() === '') return false;
	return Math.abs(Number(written.trim().replace(',', '.')) - wanted) <= tolerance + Number.EPSILON;
}
