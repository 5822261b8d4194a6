/** quiz/*.yaml as authors may write it. */
import { z } from 'zod';
import { seen } from '../messages.ts';
import { expect, id, line, object, wholeNumber } from '../units.ts';

const question = {
	id,
	text: line(600),
	points: wholeNumber(1, 100).default(1),
	/** Said once the question is answered right, or no try is left. */
	why: line(600).optional()
};

const option = object({ text: line(300), right: z.boolean().default(false), why: line(600).optional() });
const options = z.array(option).min(2).max(12);

const anyText = z.string().min(1);
const answer = z.union([anyText, z.array(anyText).min(1), object({ regex: anyText })], {
	error: ({ input }) =>
		input !== null && typeof input === 'object'
			? undefined
			: `Expected the right answer in quotes, a list of them, or { regex: … }, but this is ${seen(input)}.`
});

const NUMBER = expect('a number, or a parameter such as "{{PORT}}"');
const number = z.union([z.number(), z.string().regex(/^\{\{[A-Z][A-Z0-9_]*\}\}$/)], NUMBER).transform(String);

export const quizFile = object({
	/** Options come in another order for every learner. Questions stay as they are written. */
	shuffle: z.boolean().default(true),
	questions: z
		.array(
			z.discriminatedUnion('type', [
				object({ type: z.literal('choice'), ...question, options }),
				object({ type: z.literal('multi'), ...question, options }),
				object({ type: z.literal('text'), ...question, answer }),
				object({
					type: z.literal('number'),
					...question,
					answer: number,
					tolerance: z.number(expect('a number such as 0.5')).min(0).default(0)
				}),
				object({ type: z.literal('order'), ...question, items: z.array(line(300)).min(2).max(12) })
			])
		)
		.min(1)
		.max(50)
});

export type QuizFile = z.output<typeof quizFile>;
