/** Questions of a quiz, as every other room works with them. */
import type { AnswerCheck } from '../lab.ts';

export interface Quiz {
	/** File below the lab's folder. */
	path: string;
	/** Options come in another order for every learner. */
	shuffle: boolean;
	questions: QuizQuestion[];
	/** Its texts in the language of a translation, by question; what is not in it stays as it is. */
	words?: Record<string, QuizWords>;
}

export interface QuizWords {
	text?: string;
	why?: string;
	/** Of what is chosen from or put in order, each in its place. */
	options?: { text: string; why?: string }[];
}

export type QuizQuestion = {
	id: string;
	text: string;
	/** Its share of the check's points. */
	points: number;
	/** Explains the answer to who has given it. */
	why: string | null;
} & (
	| { type: 'choice' | 'multi'; options: QuizOption[] }
	| { type: 'text'; expect: AnswerCheck['expect'] }
	/** A number, or {{NAME}} of a parameter. */
	| { type: 'number'; answer: string; tolerance: number }
	/** In the right order. */
	| { type: 'order'; items: string[] }
);

export interface QuizOption {
	text: string;
	right: boolean;
	/** Told to who chose it. */
	why: string | null;
}
