/** What the catalogue's components show: plain values, made by src/routes/courses/cards.ts. */
import type { Level } from '#lib/server/labs/lab.ts';
import { locale, type Phrase } from '#lib/words/index.ts';

export type { Level };
export type LabState = 'new' | 'started' | 'done';

export interface LabCard {
	id: string;
	title: string;
	summary: string;
	/** Of its texts. */
	language: string;
	level: Level;
	minutes: number;
	tags: string[];
	/** Each says something one will be able to do. */
	outcomes: string[];
	course: { id: string; title: string } | null;
	tasks: number;
	tasksDone: number;
	state: LabState;
	/** Why this machine cannot run it, in sentences, for those who can mend that: learners do not meet it. */
	lacks: string[];
}

export interface CourseCard {
	id: string;
	title: string;
	summary: string;
	level: Level;
	hours: number | null;
	credits: number | null;
	outcomes: string[];
	/** Labs with tasks, and those of them that are done. */
	labs: number;
	labsDone: number;
	/** Somebody signed in has begun one of its labs. */
	begun: boolean;
}

/** Something a course makes one able to do, and its evidence. */
export interface OutcomeCard {
	text: string;
	labs: { id: string; title: string; language: string }[];
	/** Labs done, of those with tasks. */
	done: number;
	of: number;
}

export interface TrackCard {
	id: string;
	title: string;
	summary: string;
	audience: string;
	minutes: number;
	labs: number;
	labsDone: number;
}

export const LEVELS = {
	beginner: 'Beginner',
	intermediate: 'Intermediate',
	advanced: 'Advanced'
} as const satisfies Record<Level, Phrase>;

/** "0.25", "0,25". */
export const decimal = (value: number): string => value.toLocaleString(locale(), { useGrouping: false });

/** "45 min", "1 h 30 min". */
export function duration(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	return [hours && `${hours} h`, (rest || !hours) && `${rest} min`].filter(Boolean).join(' ');
}
