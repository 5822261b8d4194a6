import type { Phrase } from '#lib/words/index.ts';

/** What can be assigned, in words. */
export const KINDS = { lab: 'lab', course: 'course', track: 'track' } as const satisfies Record<
	string,
	Phrase
>;

/** The same with the number of its labs. */
export const KINDS_OF = {
	lab: 'lab, {n} lab|lab, {n} labs',
	course: 'course, {n} lab|course, {n} labs',
	track: 'track, {n} lab|track, {n} labs'
} as const satisfies Record<string, Phrase>;
