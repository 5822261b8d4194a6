/** A drill in figures: what its report and its comparisons are made of. Times are milliseconds. */
import { locale, told } from '#lib/words/index.ts';
import type { Tally } from './samples.ts';

export interface Figures {
	strikes: StrikeFigures[];
	probes: ProbeFigures[];
	objectives: Objective[];
	/** What the objectives are worth together; null when the drill has no points. Drills of before it was counted lack it. */
	points?: { earned: number; of: number } | null;
	/** Good answers of all probes among all that were asked, from the first strike to the end; null when none was. */
	goodShare: number | null;
	/** "I have noticed" with nothing broken since the last time. */
	falseAlarms: number;
	/** Over because the time was, with something still broken. */
	timeUp: boolean;
	/** From the first strike to the end. */
	lasted: number;
}

export interface StrikeFigures {
	/** The same fault again, or a restart, after the repair. */
	second: boolean;
	how: 'fault' | 'reboot';
	/** What it was, in the author's words. */
	title: string;
	/** Of the drill's clock. */
	at: number;
	harmedAt: number | null;
	/** From the strike; null when nobody said so. */
	toNotice: number | null;
	/** From the strike; 0 when it stood; null when it was not well again in time. */
	toRecover: number | null;
	/** Nobody looked for so long before the recovery: it may have been sooner by that. */
	uncertain: number;
	stood: boolean;
	/** It was handed over before it was well again: from then to well again, null when it never was. */
	afterHandover?: number | null;
}

export interface ProbeFigures {
	id: string;
	title: string;
	/** From the first strike to the end. */
	tally: Tally;
	goodShare: number | null;
	/** Time of which nothing is known. */
	unknown: number;
	/** For probes that write: what became of acknowledged writes. */
	writes: { acknowledged: number; found: number; lost: number; unknown: number; lostAt: number[] } | null;
}

export interface Objective {
	id: 'notice' | 'recover' | 'good' | 'writes' | 'intact';
	/** What was asked for. */
	title: string;
	/** What came of it, in a few words. */
	result: string;
	/** `unknown`: it could not be found out, so it is not met. */
	state: 'met' | 'missed' | 'unknown';
}

/** `4 min 05 s`, `12.3 s`: so that one can say it aloud. What is kept is English: `KEPT` is said then. */
export function spoken(milliseconds: number, tag: string = locale()): string {
	const seconds = milliseconds / 1000;
	if (seconds < 59.95) return `${seconds < 10 ? inDigits(seconds, 1, tag) : Math.round(seconds)} s`;
	const whole = Math.round(seconds);
	const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
	const pair = `${minutes} min ${`${rest}`.padStart(2, '0')} s`;
	return hours > 0 ? `${hours} h ${pair}` : pair;
}

/** `+02:05`: where on the drill's clock. */
export function onClock(milliseconds: number): string {
	const whole = Math.max(0, Math.floor(milliseconds / 1000));
	const two = (n: number) => `${n}`.padStart(2, '0');
	return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

/** `93.4 %`; never rounds up to all. */
export const inPercent = (share: number, tag: string = locale()) =>
	`${inDigits(Math.floor(share * 1000) / 10, share === 1 ? 0 : 1, tag)} %`;

/** The language of figures in sentences that are kept. */
export const KEPT = 'en-GB';

/** What is kept of an objective, in the reader's language and with their figures. */
export const toldFigures = (kept: string): string =>
	told(kept).replace(/\d+\.\d(?= [s%])/g, (figure) => inDigits(Number(figure), 1, locale()));

const inDigits = (n: number, digits: number, tag: string) =>
	n.toLocaleString(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits });
