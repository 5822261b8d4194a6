/**
 * What a learner chooses from, in an order of their own. An option's id says nothing of whether it
 * is right: it comes from its text and the learner's seed, and so does the order.
 */
import { createHmac } from 'node:crypto';
import type { QuizQuestion } from '../lab.ts';

export interface OptionToChoose {
	id: string;
	/** As written: with {{NAME}} of parameters. */
	text: string;
	/** Position in the author's file, from 0. */
	position: number;
}

export interface Shuffled {
	/** The learner's, for this quiz: another seed is another order. */
	seed: string;
	shuffle: boolean;
}

export function optionsOf(question: QuizQuestion, { seed, shuffle }: Shuffled): OptionToChoose[] {
	const texts =
		question.type === 'order'
			? question.items
			: 'options' in question
				? question.options.map(({ text }) => text)
				: [];
	const options = texts.map((text, position) => ({ text, position, id: idOf(seed, question.id, text) }));
	if (question.type !== 'order' && !shuffle) return options;
	const shuffled = options.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	const isAsWritten = shuffled.every(({ position }, index) => position === index);
	// What is to be put in order must not come in order.
	return question.type === 'order' && isAsWritten
		? [...shuffled.slice(1), ...shuffled.slice(0, 1)]
		: shuffled;
}

const idOf = (seed: string, question: string, text: string) =>
	createHmac('sha256', seed).update(`${question}\0${text}`).digest('hex').slice(0, 12);
