/** The drawing of a whole drill: where everything stands on it. Units of the drawing; it is as wide as WIDTH. */
import { t } from '#lib/words/index.ts';
import { onClock, spoken, type StrikeFigures } from './figures.ts';
import type { DrillReport, Moment, Track } from './report.ts';
import type { SpanState } from './samples.ts';

export const WIDTH = 1000;
const TOP = 74;
const BAND = 16;
const CURVE = 46;
const GAP = 34;
const ROW = BAND + CURVE + GAP;

export interface Timeline {
	height: number;
	/** Where the rows end. */
	floor: number;
	ticks: { x: number; text: string }[];
	arcs: Arc[];
	flags: Flag[];
	rows: Row[];
}

/** From a strike to the moment it was noticed, and to the one at which it was well again. */
export interface Arc {
	x: number;
	noticed: number | null;
	end: number;
	text: string;
	open: boolean;
	y: number;
	/** The words stand to the left of a line that is too near to the right edge. */
	left: boolean;
}

export interface Flag {
	x: number;
	kind: Moment['kind'];
	text: string;
}

export interface Row {
	title: string;
	y: number;
	band: { x: number; width: number; state: SpanState }[];
	bandY: number;
	bandHeight: number;
	/** Time to the answer, as an area from the floor of the row. */
	median: string;
	worst: string;
	slowY: number;
	floor: number;
	lost: number[];
}

export function timelineOf({ from, to, tracks, moments, figures }: DrillReport): Timeline {
	const x = (at: number) => round((Math.min(Math.max(at, from), to) - from) * (WIDTH / (to - from)));
	const worst = Math.max(100, ...tracks.flatMap(({ latency }) => latency.map((point) => point.worst)));
	const floor = TOP + tracks.length * ROW;
	return {
		...{ floor, height: floor + 8, ticks: ticksOf(from, to, x) },
		arcs: figures.strikes.map((strike, index) => arcOf(strike, index, { x, to })),
		flags: moments
			.filter(({ kind }) => kind === 'strike' || kind === 'noticed' || kind === 'recovered')
			.map(({ at, kind, text }) => ({ x: x(at), kind, text: `${onClock(at)} ${text}` })),
		rows: tracks.map((track, index) => rowOf(track, TOP + index * ROW, { x, worst }))
	};
}

function arcOf(
	{ at, toNotice, toRecover, stood, second }: StrikeFigures,
	index: number,
	{ x, to }: { x: (at: number) => number; to: number }
): Arc {
	const name = second ? t('Second strike') : t('Strike {number}', { number: index + 1 });
	const took = toRecover === null ? t('not well again') : stood ? t('it stood') : spoken(toRecover);
	const end = toRecover === null ? x(to) : x(at + Math.max(toRecover, 1));
	return {
		...{
			x: x(at),
			end,
			y: 34,
			open: toRecover === null,
			text: t('{name}: {value}', { name, value: took }),
			left: x(at) > WIDTH * 0.72
		},
		noticed: toNotice === null || (toRecover !== null && toNotice > toRecover) ? null : x(at + toNotice)
	};
}

function rowOf(track: Track, y: number, { x, worst }: { x: (at: number) => number; worst: number }): Row {
	const floor = y + GAP - 10 + BAND + CURVE;
	const high = (milliseconds: number) =>
		round(floor - (Math.log10(1 + milliseconds) / Math.log10(1 + worst)) * CURVE);
	const { median, all } = curves(track, { x, high, floor });
	return {
		...{ title: track.title, y: y + 14, bandY: y + GAP - 12, bandHeight: BAND, floor },
		band: track.spans.map(({ state, from, to }) => ({
			state,
			x: x(from),
			width: Math.max(1, round(x(to) - x(from)))
		})),
		...{ median, worst: all, slowY: Math.max(floor - CURVE, high(track.slowMilliseconds)) },
		lost: track.lostAt.map(x)
	};
}

/** Broken where nothing was answered for a while. */
function curves(
	{ latency }: Track,
	{ x, high, floor }: { x: (at: number) => number; high: (ms: number) => number; floor: number }
) {
	let median = '';
	let all = '';
	const step = latency.length > 1 ? (latency.at(-1)!.at - latency[0]!.at) / (latency.length - 1) : 1000;
	for (const [index, point] of latency.entries()) {
		const before = latency[index - 1];
		const begins = !before || point.at - before.at > 3 * step;
		median += `${begins ? 'M' : 'L'}${x(point.at)} ${high(point.median)}`;
		all += `M${x(point.at)} ${floor}V${high(point.worst)}`;
	}
	return { median, all };
}

const STEPS = [10, 30, 60, 120, 300, 600, 1200, 3600];

function ticksOf(from: number, to: number, x: (at: number) => number) {
	const step = 1000 * (STEPS.find((one) => (to - from) / 1000 / one <= 9) ?? 7200);
	const first = Math.ceil(from / step);
	const count = Math.max(0, Math.floor(to / step) - first + 1);
	return Array.from({ length: count }, (_, n) => (first + n) * step).map((at) => ({
		x: x(at),
		text: onClock(at)
	}));
}

const round = (n: number) => Math.round(n * 10) / 10;
