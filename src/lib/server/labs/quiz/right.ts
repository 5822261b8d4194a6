/** The right answers of a quiz, as the fields of its form. */
import type { Quiz, QuizQuestion } from '../lab.ts';
import { fillIn, type Values } from '../params.ts';
import { optionsOf, type Shuffled } from './options.ts';

type Field = [name: string, value: string];

/** Null when one of them is only known by a pattern. */
export function rightFields(quiz: Quiz, { values, seed }: { values: Values; seed: string }): Field[] | null {
	const fields = quiz.questions.map((question) => rightOf(question, values, { seed, shuffle: quiz.shuffle }));
	return fields.includes(null) ? null : fields.flatMap((some) => some ?? []);
}

function rightOf(question: QuizQuestion, values: Values, shuffled: Shuffled): Field[] | null {
	const options = optionsOf(question, shuffled);
	switch (question.type) {
		case 'text':
			return 'text' in question.expect
				? [[question.id, fillIn(question.expect.text[0] ?? '', values)]]
				: null;
		case 'number':
			return [[question.id, fillIn(question.answer, values)]];
		case 'choice':
		case 'multi':
			return options
				.filter(({ position }) => question.options[position]?.right)
				.map(({ id }) => [question.id, id]);
		case 'order':
			return options.map(({ id, position }) => [`${question.id}.${id}`, `${position + 1}`]);
	}
}
