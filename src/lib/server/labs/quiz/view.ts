/**
 * What a learner may see of a quiz. An allow-list like learner-view.ts: which option is right is
 * not in it, and explanations come only when they were earned.
 */
import type { Quiz, QuizQuestion, QuizWords } from '../lab.ts';
import { fillIn, type Values } from '../params.ts';
import { gradeQuiz, type Given } from './grade.ts';
import { optionsOf, type OptionToChoose } from './options.ts';

export interface QuizView {
	questions: QuestionView[];
}

export interface QuestionView {
	id: string;
	type: QuizQuestion['type'];
	text: string;
	points: number;
	/** To choose from or to put in order; empty where something is written. */
	options: OptionView[];
	/** What was written last; empty before. */
	written: string;
	/** Share of the last answer that was right, 0 to 1; null before the first. */
	share: number | null;
	why: string | null;
}

export interface OptionView {
	id: string;
	text: string;
	chosen: boolean;
	/** Where it was put, from 1; empty before. */
	place: string;
	why: string | null;
}

export interface Answered {
	/** The learner's visible parameters, and all of them: the second only to grade with. */
	visible: Values;
	values: Values;
	seed: string;
	/** The last answers; null before the first. */
	given: Given | null;
	/** Nothing can be won any more: it is passed, or no try is left. */
	isOver: boolean;
}

export function quizView(quiz: Quiz, answered: Answered): QuizView {
	const { given, seed, values } = answered;
	const shares = given ? gradeQuiz(quiz, given, { seed, values }).shares : null;
	const view = (question: QuizQuestion): QuestionView => {
		const share = shares?.get(question.id) ?? null;
		const isTold = given !== null && (share === 1 || answered.isOver);
		const options = optionsOf(question, { seed, shuffle: quiz.shuffle });
		const said = inWords(question, quiz.words?.[question.id]);
		return {
			...{ id: question.id, type: question.type, points: question.points, share },
			text: fillIn(said.text, answered.visible),
			options: options.map((option) => optionView(question, said.option(option), { ...answered, isTold })),
			written: options.length === 0 ? first(given, question.id) : '',
			why: isTold && said.why ? fillIn(said.why, answered.visible) : null
		};
	};
	return { questions: quiz.questions.map(view) };
}

/** A question in the learner's language, as far as it was put into it. */
const inWords = (question: QuizQuestion, words: QuizWords = {}) => ({
	text: words.text ?? question.text,
	why: words.why ?? question.why,
	option: ({ id, text, position }: OptionToChoose) => {
		const written = 'options' in question ? question.options[position] : undefined;
		return { id, text, why: written?.why ?? null, ...words.options?.[position] };
	}
});

/** Why an option is right or wrong is told of what was chosen, and of the rest when nothing hangs on it. */
function optionView(
	question: QuizQuestion,
	{ id, text, why }: { id: string; text: string; why: string | null },
	{ given, visible, isTold }: Answered & { isTold: boolean }
): OptionView {
	const chosen = given?.[question.id]?.includes(id) === true;
	return {
		...{ id, chosen },
		text: fillIn(text, visible),
		place: first(given, `${question.id}.${id}`),
		why: why !== null && (chosen || isTold) ? fillIn(why, visible) : null
	};
}

const first = (given: Given | null, field: string) => given?.[field]?.[0] ?? '';
