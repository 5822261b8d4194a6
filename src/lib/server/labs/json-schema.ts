/** The format as JSON Schema, for editors that complete and explain while an author types. */
import { z } from 'zod';
import { quizTranslationFile, translationFile } from './i18n/schema.ts';
import { quizFile } from './quiz/schema.ts';
import { catalogueFile, courseFile, trackFile } from './schema-course.ts';
import { labFile } from './schema.ts';

const FILES = {
	lab: labFile,
	course: courseFile,
	track: trackFile,
	quiz: quizFile,
	catalogue: catalogueFile,
	translation: translationFile,
	'quiz-translation': quizTranslationFile
};

export type SchemaKind = keyof typeof FILES;

/** Every file that authors write YAML into. */
export const SCHEMA_KINDS = Object.keys(FILES) as SchemaKind[];

/** What may stand in lab.yaml, course.yaml, a file of tracks/, one of quiz/, catalogue.yaml or i18n/LANGUAGE/lab.yaml. */
export const jsonSchema = (of: SchemaKind): object =>
	z.toJSONSchema(FILES[of], { io: 'input', target: 'draft-7' });
