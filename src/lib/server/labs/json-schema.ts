/** The format as JSON Schema, for editors that complete and explain while an author types. */
import { z } from 'zod';
import { quizFile } from './quiz/schema.ts';
import { catalogueFile, courseFile, trackFile } from './schema-course.ts';
import { labFile } from './schema.ts';

const FILES = {
	lab: labFile,
	course: courseFile,
	track: trackFile,
	quiz: quizFile,
	catalogue: catalogueFile
};

/** What may stand in lab.yaml, course.yaml, a file of tracks/, one of quiz/ or catalogue.yaml. */
export const jsonSchema = (of: keyof typeof FILES): object =>
	z.toJSONSchema(FILES[of], { io: 'input', target: 'draft-7' });
