/** An asciicast as a player needs it: what is shown when, where it can begin, and what happened. */
import { t } from '#lib/words/index.ts';

export interface Cast {
	cols: number;
	rows: number;
	/** Milliseconds since 1970 of its first second. */
	startedAt: number;
	events: CastEvent[];
	marks: CastMark[];
	/** How long playing takes. */
	seconds: number;
}

export interface CastEvent {
	/** When it is played: long pauses are shortened. */
	at: number;
	/** When it really was, in seconds from the beginning. */
	really: number;
	kind: 'output' | 'size';
	data: string;
	/** It draws the whole screen anew: playing can begin here. */
	isWhole: boolean;
}

export interface CastMark {
	at: number;
	/** When it really was, in seconds from the beginning. */
	really: number;
	kind: string;
	text: string;
}

/** Nobody wants to look at a screen on which nothing happens for longer than this. */
export const LONGEST_PAUSE = 2;

/** @throws a sentence when it is not an asciicast of version 2. */
export function parseCast(text: string): Cast {
	const [head = '', ...lines] = text.split('\n').filter((line) => line !== '');
	const { version, width, height, timestamp } = JSON.parse(head || '{}') as Record<string, number>;
	if (version !== 2) throw new Error(t('This file is not an asciicast of version 2.'));
	const cast: Cast = {
		...{ cols: width ?? 80, rows: height ?? 24, startedAt: (timestamp ?? 0) * 1000 },
		...{ events: [], marks: [], seconds: 0 }
	};
	let before = 0;
	for (const line of lines) {
		const [really, kind, data] = JSON.parse(line) as [number, string, string];
		cast.seconds += Math.min(Math.max(0, really - before), LONGEST_PAUSE);
		before = really;
		add(cast, { at: cast.seconds, really, kind, data });
	}
	return cast;
}

function add(
	cast: Cast,
	{ at, really, kind, data }: { at: number; really: number; kind: string; data: string }
) {
	if (kind === 'o') cast.events.push({ at, really, kind: 'output', data, isWhole: data.startsWith('\x1bc') });
	else if (kind === 'r') cast.events.push({ at, really, kind: 'size', data, isWhole: false });
	else if (kind === 'm') {
		const [, sort = '', text = data] = /^([a-z-]+): (.*)$/s.exec(data) ?? [];
		cast.marks.push({ at, really, kind: sort, text });
	}
}

/** The moment of playing at which so many seconds had really passed. */
export function playedAt({ events }: Cast, really: number): number {
	const next = events.findIndex((event) => event.really > really);
	const last = next < 0 ? events.at(-1) : events[next - 1];
	return last?.at ?? 0;
}

/** What has to be played to be at this moment, when `done` events have been played already; -1: begin anew. */
export function wayTo({ events }: Cast, seconds: number, done: number): { from: number; to: number } {
	const first = events.findIndex(({ at }) => at > seconds);
	const to = first < 0 ? events.length : first;
	const whole = events.slice(0, to).findLastIndex(({ isWhole }) => isWhole);
	if (to >= done && whole <= done) return { from: done, to };
	return { from: Math.max(0, whole), to };
}

export function sizeIn(data: string): { cols: number; rows: number } | null {
	const [, cols, rows] = /^(\d{1,3})x(\d{1,3})$/.exec(data) ?? [];
	return cols && rows ? { cols: Number(cols), rows: Number(rows) } : null;
}

/** 0:07, 12:34, 1:02:03. */
export function clock(seconds: number): string {
	const whole = Math.floor(seconds);
	const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
	const two = (number: number) => `${number}`.padStart(2, '0');
	return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
