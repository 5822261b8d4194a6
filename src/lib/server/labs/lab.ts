/**
 * What a lab folder means once it is read: the typed values every other room works with.
 *
 * Paths are resolved, scripts are text, durations are seconds, sizes are MiB, points have their
 * defaults. Nothing here is safe to show to a learner as it is; `learner-view.ts` says what is.
 */

import type { Fault } from './faults/fault.ts';
import type { Isolation, Requirements, View } from './around.ts';

export type { Problem } from './problem.ts';
export type { Feature, Isolation, Requirements, View } from './around.ts';
export type { Fault, FaultScript, FaultStep, WorldStep } from './faults/fault.ts';

import type { Drill, Probe } from './drill.ts';
import type { CourseWords, TrackWords } from './i18n/course-words.ts';
import type { Quiz } from './quiz/quiz.ts';

export type * from './quiz/quiz.ts';

export interface Course {
	/** Name of the folder below labs/, and of the page's address. */
	id: string;
	title: string;
	summary: string;
	level: Level;
	credits: number | null;
	/** Workload in hours, as announced. */
	hours: number | null;
	/** What the hours consist of; empty when the author has not said. */
	workload: string;
	outcomes: Outcome[];
	prerequisites: string[];
	reading: Reading[];
	/** The piece of work at the end that shows it all; null in a course without one. */
	capstone: Capstone | null;
	modules: Module[];
	/** Its texts in other languages. */
	translations?: CourseWords[];
}

/** Something a learner can be seen to do after a course. */
export interface Outcome {
	text: string;
	/** Ids of the labs in which it is shown: all of them done is the evidence. Never empty in a course with labs. */
	labs: string[];
}

export interface Reading {
	title: string;
	/** Author or publisher; empty when not said. */
	by: string;
	/** On the web; null for what is on paper. */
	url: string | null;
	/** Why, and which chapters. */
	note: string;
}

export interface Capstone {
	/** Id of the lab in which it is done and handed in. */
	lab: string;
	text: string;
}

export interface Module {
	id: string;
	title: string;
	summary: string;
	labs: Lab[];
}

export interface Track {
	id: string;
	title: string;
	summary: string;
	audience: string;
	/** Ids of labs, in the order in which they are taken. */
	labs: string[];
	/** Its texts in other languages. */
	translations?: TrackWords[];
}

export type Level = 'beginner' | 'intermediate' | 'advanced';

export interface Lab {
	/** Stable for ever, unique on the platform: results hang on it, and it is the page's address. */
	id: string;
	/** Absolute folder, for reading assets. */
	folder: string;
	/** SHA-256 over the sorted paths and contents of the folder, in hex. */
	digest: string;
	courseId: string;
	moduleId: string;
	title: string;
	summary: string;
	version: string;
	level: Level;
	minutes: number;
	tags: string[];
	outcomes: string[];
	params: Param[];
	networks: Network[];
	/** In the order of the file; empty for a page of theory. */
	hosts: Host[];
	/** A host that learners neither see nor reach, for checks that must not trust theirs; null when there is none. */
	grader: Host | null;
	/** What learners look at beside the guide, in order; when empty, a terminal of each host that is shown. */
	views: View[];
	requires: Requirements;
	/** What was reached must still be so after every host was switched off and on. */
	survivesReboot: boolean;
	/** What can be made to break. Never leaves the server. */
	faults: Fault[];
	/** Scripts that build the scene, in order, as root. */
	setup: Step[];
	tasks: Task[];
	/** Asked from outside while a drill is on. */
	probes: Probe[];
	/** What breaks, and how it is judged; null for a lab without a drill. */
	drill: Drill | null;
	/** Markdown pages in reading order. */
	guide: GuidePage[];
	/** Reference solutions and wrong ones, by task. Never leaves the server. */
	solutions: Solution[];
	wrong: WrongSolution[];
	/** Of its texts, such as `fr`; English when not said. */
	language?: string;
	/** The same lab, each with its texts in another language. */
	translations?: Lab[];
}

export type Param = { name: string; secret: boolean } & (
	| { type: 'pick'; from: string[] }
	| { type: 'int'; min: number; max: number; not: number[]; step: number }
	| { type: 'token'; bytes: number }
	| { type: 'fixed'; value: string }
);

/** What the grader is called wherever a host is named. No host of an author's can have this name. */
export const GRADER = 'grader';

export interface Network {
	name: string;
	/** CIDR the author asked for, else the platform chooses. */
	subnet: string | null;
}

export interface Host {
	name: string;
	/** Name of a folder in containers/, or a reference the operator allows. */
	image: string;
	/** Whose the terminal is: a name from the image's /etc/passwd. */
	user: string;
	/** Learners never see it, and it has no terminal. */
	hidden: boolean;
	profile: Profile;
	/** How far it is to be kept apart from the machine: a wish that the operator maps to what there is. */
	isolation: Isolation;
	/** The terminal's user may gain privileges with sudo and setuid programs. */
	sudo: boolean;
	networks: { name: string; ipv4: string | null }[];
	/** Places of the internet it may reach, each `name:port`. */
	internet: string[];
	limits: Limits;
	env: Record<string, string>;
	files: FileToPlace[];
	ready: Readiness | null;
	/** Names of hosts that must be ready first. */
	needs: string[];
}

export type Profile = 'strict' | 'standard' | 'net';

export interface Limits {
	memoryMiB: number;
	cpus: number;
	pids: number;
	diskMiB: number;
}

export interface FileToPlace {
	to: string;
	content: Buffer;
	owner: string;
	/** As in `chmod`, octal text. */
	mode: string;
	/** Replace {{NAME}} of declared parameters in it. */
	template: boolean;
}

export interface Readiness {
	script: Script;
	everySeconds: number;
	timeoutSeconds: number;
}

export interface Script {
	/** File below the lab's folder, or `lab.yaml` for an inline one: where to look when it breaks. */
	path: string;
	interpreter: 'bash' | 'python3';
	text: string;
	/** When it is not just `path`: from line `from` of the text on, its lines are those of a file from `line` on. */
	pieces?: { from: number; path: string; line: number }[];
}

export interface Step {
	host: string;
	script: Script;
	args: string[];
	env: Record<string, string>;
	timeoutSeconds: number;
}

export interface Task {
	id: string;
	title: string;
	/** Ids of tasks that must be done before this one opens. */
	needs: string[];
	/** What breaks when it opens; null when nothing does. */
	fault: Fault | null;
	hints: Hint[];
	checks: Check[];
	/** Sum of its checks' points. */
	points: number;
}

export interface Hint {
	text: string;
	/** Points that taking it costs. */
	cost: number;
	/** Seconds since the run began before which it cannot be taken. */
	afterSeconds: number;
}

interface CheckBase {
	id: string;
	title: string;
	points: number;
	hidden: boolean;
	/** `once`: reached is reached. `hold`: counts as it is now. */
	mode: 'once' | 'hold';
	/** True on the fresh lab, and meant to be. */
	initially: 'pass' | 'fail';
}

export type ScriptCheck = CheckBase & {
	type: 'script';
	host: string;
	script: Script;
	args: string[];
	timeoutSeconds: number;
	trigger: 'watch' | 'button' | 'submit';
	/**
	 * Whose programs it uses: the host's, or first those of the toolbox, which nobody on the host can
	 * change. `clone`: those of the toolbox, on a copy of the machines where no learner is.
	 */
	trust: 'host' | 'toolbox' | 'clone';
};

export type AnswerCheck = CheckBase & {
	type: 'answer';
	/** Text with {{NAME}} of parameters, compared without case and surrounding space; or a pattern. */
	expect: { text: string[] } | { regex: string };
	/** Tries a learner has; null for as many as they like. */
	attempts: number | null;
	trigger: 'button';
};

export type QuizCheck = CheckBase & {
	type: 'quiz';
	quiz: Quiz;
	/** Tries a learner has; null for as many as they like. */
	attempts: number | null;
	trigger: 'button';
};

export type Check = ScriptCheck | AnswerCheck | QuizCheck;

export interface GuidePage {
	/** File below the lab's folder; of a translated page, the one it translates. */
	path: string;
	source: string;
	/** Where its text is, when not at `path`. */
	file?: string;
}

/** What solves one task, or a part of it: a script on one host, or answers to type in. */
export interface Solution {
	task: string;
	/** Null when there are only answers to give. */
	host: string | null;
	script: Script | null;
	/** Answers to type in, by check id; they may hold {{NAME}} of parameters. */
	answers: Record<string, string>;
}

export interface WrongSolution {
	name: string;
	steps: Solution[];
}
