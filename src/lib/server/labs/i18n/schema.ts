/** i18n/LANGUAGE/lab.yaml and quiz/*.yaml as authors may write them: texts, found by the ids they belong to. */
import { z } from 'zod';
import { expect, id, line, object } from '../units.ts';

const language = expect('a language such as fr or pt-BR');

export const LANGUAGE = /^[a-z]{2,3}(-[A-Z]{2})?$/;

export const languageTag = z.string(language).regex(LANGUAGE, language);

const task = object({
	title: line(120).optional(),
	hints: z.array(line(1000)).max(10).optional(),
	/** Titles by id. */
	checks: z.record(id, line(160)).default({})
});

export const translationFile = object({
	title: line(120).optional(),
	summary: line(300).optional(),
	outcomes: z.array(line(200)).max(12).optional(),
	tasks: z.record(id, task).default({})
});

export type TranslationFile = z.output<typeof translationFile>;

const option = z.union(
	[line(300).transform((text) => ({ text })), object({ text: line(300), why: line(600).optional() })],
	{
		error: () => 'Expected the text of the option, or { text: …, why: … }.'
	}
);

const question = object({
	text: line(600).optional(),
	why: line(600).optional(),
	options: z.array(option).max(12).optional(),
	items: z.array(line(300)).max(12).optional()
});

export const quizTranslationFile = object({
	/** By the ids of the questions. */
	questions: z.record(id, question).default({})
});

export type QuizTranslationFile = z.output<typeof quizTranslationFile>;
