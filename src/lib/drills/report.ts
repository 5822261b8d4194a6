/** A drill's report, as its page and its exported file show it. */
import type { Phrase } from '#lib/words/index.ts';
import type { Figures } from './figures.ts';
import type { Span } from './samples.ts';

export interface DrillReport {
	id: number;
	lab: { id: string; title: string };
	/** Whose it is; of a team, all of them with what they did. */
	learner: string;
	/** Moments in milliseconds since 1970. */
	startedAt: number;
	endedAt: number;
	end: 'played' | 'unsteady' | 'aborted' | 'lost' | 'broken';
	figures: Figures;
	/** From here to there on the drill's clock is shown. */
	from: number;
	to: number;
	tracks: Track[];
	moments: Moment[];
	/** Seconds of every played drill of this lab: the learner's own earlier ones, this one, and others'. */
	compared: Comparison[];
	review: Review | null;
}

/** One probe over the whole drill. */
export interface Track {
	id: string;
	title: string;
	spans: Span[];
	/** Time to the answer: the median and the worst of each stretch, for drawing. */
	latency: { at: number; median: number; worst: number }[];
	slowMilliseconds: number;
	/** Acknowledged writes that were lost, by when they were acknowledged. */
	lostAt: number[];
}

export interface Moment {
	at: number;
	kind:
		| 'strike'
		| 'noticed'
		| 'recovered'
		| 'bad'
		| 'log'
		| 'check'
		| 'command'
		| 'handed'
		| 'held'
		| 'end'
		| 'steady';
	text: string;
	/** For commands: the machine. */
	host?: string;
}

export interface Comparison {
	/** What is compared. */
	title: string;
	/** Who the others are: the learner's class, or everybody who played the lab here. */
	among: 'class' | 'everybody';
	values: { value: number; whose: 'this' | 'own' | 'other' }[];
}

export interface Review {
	happened: string;
	why: string;
	prevent: string;
	grade: number | null;
	comment: string;
	gradedBy: string | null;
}

/** How a drill that was not played to its end is told of. */
export const ENDS = {
	played: 'Played to the end',
	unsteady: 'It never became steady, so nothing was broken',
	aborted: 'Given up',
	lost: 'Its machines were stopped or reset',
	broken: 'The platform could not go on with it'
} as const satisfies Record<DrillReport['end'], Phrase>;
