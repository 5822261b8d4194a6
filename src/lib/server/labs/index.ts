/**
 * Labs: what instructors wrote, as typed values.
 *
 * Folders go in; courses, tracks, labs and the problems in them come out, and again whenever a
 * file changes. Knows nothing of running, grading or people.
 */
import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { CatalogueReader, type Catalogue } from './catalogue.ts';
import type { Course, Lab, Problem, Track } from './lab.ts';
import { watchFolder } from './watch.ts';

export { pageIn } from './surroundings.ts';
export { GRADER } from './lab.ts';
export type * from './lab.ts';
export type * from './drill.ts';
export { isWrite } from './drill.ts';
export { DRILL_PLACE, graded, pointsIn, type Graded } from './drill-points.ts';
export { isRightAnswer, LONGEST_ANSWER } from './answers.ts';
export { Editions } from './editions.ts';
export { codeOptions, isBlock, type BlockName, type CodeOptions } from './guide/blocks.ts';
export { imagePath, isGuideImage } from './guide/images.ts';
export { safeLink } from './guide/links.ts';
export { parseGuide } from './guide/parse.ts';
export { inLanguage } from './i18n/choose.ts';
export { jsonSchema, SCHEMA_KINDS, type SchemaKind } from './json-schema.ts';
export { loadLab, type LoadedLab } from './load-lab.ts';
export { learnerView, type CheckView, type LearnerView, type TaskView } from './learner-view.ts';
export { givenIn, gradeQuiz, type Given, type QuizResult } from './quiz/grade.ts';
export { inAuthorsPlaces, placeInScript } from './script-places.ts';
export { openLab } from './one-lab.ts';
export { speaking } from './i18n/speaking.ts';
export { rightFields } from './quiz/right.ts';
export { quizView, type OptionView, type QuestionView, type QuizView } from './quiz/view.ts';
export { fillIn, paramValues, visibleValues, type ParamOwner, type Values } from './params.ts';

export interface Labs {
	/** In the order of catalogue.yaml; what it does not name follows by the names of folders. */
	courses(): Course[];
	course(id: string): Course | null;
	tracks(): Track[];
	track(id: string): Track | null;
	/** Every lab that may be shown, in the order of courses and modules. */
	all(): Lab[];
	lab(id: string): Lab | null;
	/** What authors must mend: errors, with what they hide, and warnings. */
	problems(): Problem[];
	/** Be told after the folder was read again. Returns what ends it. */
	onChange(listener: () => void): () => void;
	close(): void;
}

/** Read a folder of courses and go on watching it. A missing folder is an empty catalogue. */
export async function openLabs(folder: string): Promise<Labs> {
	const reader = new CatalogueReader(resolve(folder));
	const labs = new WatchedLabs(await reader.read());
	labs.watch(resolve(folder), reader);
	return labs;
}

class WatchedLabs implements Labs {
	#catalogue: Catalogue;
	#byId = new Map<string, Lab>();
	#told = new EventEmitter().setMaxListeners(0);
	#stop = () => {};
	#reading: Promise<void> = Promise.resolve();

	constructor(catalogue: Catalogue) {
		this.#catalogue = catalogue;
		this.#index();
	}

	/** Readings follow each other: the last one to begin is the one that stays. */
	watch(folder: string, reader: CatalogueReader) {
		this.#stop = watchFolder(folder, () => {
			const again = async () => this.#replace(await reader.read());
			this.#reading = this.#reading.then(again).catch((error: Error) => process.emitWarning(error));
		});
	}

	courses = () => this.#catalogue.courses;
	course = (id: string) => this.courses().find((course) => course.id === id) ?? null;
	tracks = () => this.#catalogue.tracks;
	track = (id: string) => this.tracks().find((track) => track.id === id) ?? null;
	all = () => [...this.#byId.values()];
	lab = (id: string) => this.#byId.get(id) ?? null;
	problems = () => this.#catalogue.problems;

	onChange(listener: () => void) {
		this.#told.on('change', listener);
		return () => void this.#told.off('change', listener);
	}

	close() {
		this.#stop();
		this.#told.removeAllListeners();
	}

	#replace(catalogue: Catalogue) {
		this.#catalogue = catalogue;
		this.#index();
		this.#told.emit('change');
	}

	#index() {
		const labs = this.#catalogue.courses.flatMap(({ modules }) => modules.flatMap(({ labs }) => labs));
		this.#byId = new Map(labs.map((lab) => [lab.id, lab]));
	}
}
