/** i18n/LANGUAGE/lab.yaml as authors may write it: texts of lab.yaml, found by the ids they belong to. */
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
