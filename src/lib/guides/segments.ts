/**
 * What a rendered guide is made of, for the server that makes it and the page that shows it.
 *
 * `html` is sanitised: it holds no script, no event handler, no inline style and no address
 * that could run something, so the page may insert it as it is.
 */

export type Segment = HtmlSegment | TaskSegment | AnswerSegment | QuizSegment | SolutionSegment;

export interface HtmlSegment {
	type: 'html';
	html: string;
}

/** The text of a task. Answers in it belong to this task. */
export interface TaskSegment {
	type: 'task';
	id: string;
	segments: Segment[];
}

/** A field for the answer to a check. Only ever found inside a task. */
export interface AnswerSegment {
	type: 'answer';
	check: string;
	placeholder: string;
}

/** The questions of a check. Only ever found inside a task. */
export interface QuizSegment {
	type: 'quiz';
	check: string;
}

/** How a task is solved: only for those who have solved it, or whom the teacher allows. */
export interface SolutionSegment {
	type: 'solution';
	task: string;
	segments: Segment[];
}

export interface RenderedPage {
	/** Text of the page's first heading, which is not repeated in the segments; else the lab's title. */
	title: string;
	/** File below the lab's folder, such as `guide/01-look.md`. */
	path: string;
	segments: Segment[];
}

/** Pages in reading order; never empty. */
export type RenderedGuide = RenderedPage[];
