/**
 * What the control room shows while a drill is on. Nothing here tells a strike before the learner has
 * said that something is wrong: no moment, no fault, no phase that would give it away.
 */
import { t } from '#lib/words/index.ts';
import type { HostState } from '#lib/components/topology.ts';
import type { Sample } from './samples.ts';

export interface LiveDrill {
	id: number;
	/** `warming`: waiting for all to be steady. `on`: anything may happen. `assessing`: looking for lost writes. */
	phase: 'warming' | 'on' | 'assessing' | 'over';
	/** The drill's clock, now. */
	now: number;
	probes: LiveProbe[];
	entries: LiveEntry[];
	/** What is said of the strikes that were noticed: none before. */
	known: string[];
	/** How the machines are, as far as that may be known. */
	hosts: Record<string, HostState>;
	/** Paused by whoever runs the game day. */
	held: boolean;
	/** From who handed the machines over; null when nobody did. */
	note: { from: string; text: string } | null;
	/** Something the platform could not do, in a sentence; null when all is well. */
	trouble: string | null;
}

export interface LiveProbe {
	id: string;
	title: string;
	/** The machine it asks; null where that is not known. */
	host: string | null;
	everyMilliseconds: number;
	slowMilliseconds: number;
	timeoutMilliseconds: number;
	/** Of the last minutes only. */
	samples: Sample[];
}

/** A line of the log. */
export interface LiveEntry {
	at: number;
	kind: 'noticed' | 'log';
	text: string;
	/** Who said so, where several are aboard. */
	by?: string;
}

/** Characters of a runbook. */
export const RUNBOOK_MOST = 8000;

/** What the log keeps of a declaration begins with this. */
export const DECLARED = 'Declared: ';

/** A line of the log in the reader's language, as far as it is not somebody's own words. */
export const readLine = (text: string): string =>
	text.startsWith(DECLARED) ? t('Declared: {words}', { words: text.slice(DECLARED.length) }) : text;

/** So much of the past is on the graphs at most. */
export const SHOWN_MILLISECONDS = 5 * 60_000;
const LEAST_MILLISECONDS = 60_000;

/** A young drill fills its graphs sooner. */
export const shownAt = (now: number) => Math.min(SHOWN_MILLISECONDS, Math.max(LEAST_MILLISECONDS, now));
