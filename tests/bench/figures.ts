/** What a row has measured, and what it means: plain arithmetic and plain text. */

export type Who = 'floor' | 'peer' | 'ours';

/** One contestant of a row. */
export interface Figure {
	who: Who;
	/** What was run. */
	what: string;
	unit: 'ms' | 'MB/s' | '/s' | 'KiB';
	/** By label: p50, p95 … */
	values: Record<string, number>;
}

/** A promise of a row: a ratio within one run, or an absolute figure where there is no peer. */
export interface Goal {
	text: string;
	/** What was seen. */
	seen: number;
	unit: '×' | 'ms' | 'KiB';
	/** Null when the peer it is about is not on this machine. */
	met: boolean | null;
}

export interface Outcome {
	row: string;
	/** What is measured, as a sentence. */
	title: string;
	figures: Figure[];
	goals: Goal[];
	/** What one has to know to read the figures. */
	notes: string[];
}

/** The value below which this share (0 to 1) of them lies: nearest rank. */
export function percentile(values: number[], share: number): number {
	if (values.length === 0) throw new Error('Nothing was measured, so there is no percentile of it.');
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** `{ p50: …, p99: … }` of what was measured. */
export const percentiles = (values: number[], ...shares: number[]): Record<string, number> =>
	Object.fromEntries(shares.map((share) => [`p${share * 100}`, percentile(values, share)]));

export const atMost = (text: string, seen: number, limit: number, unit: Goal['unit'] = '×'): Goal => ({
	...{ text: `${text} ≤ ${limit} ${unit}`, seen, unit },
	met: seen <= limit
});

export const atLeast = (text: string, seen: number, limit: number, unit: Goal['unit'] = '×'): Goal => ({
	...{ text: `${text} ≥ ${limit} ${unit}`, seen, unit },
	met: seen >= limit
});

/** Three digits that matter, four from a hundred on. */
export const rounded = (value: number) => `${Number(value.toPrecision(value >= 100 ? 4 : 3))}`;

/** With its unit; sizes are the same in every run, so they are told exactly. */
const told = (value: number, unit: string) => `${unit === 'KiB' ? value.toFixed(2) : rounded(value)} ${unit}`;

/** A row for a person: Markdown that also reads well in a terminal. */
export function asText({ row, title, figures, goals, notes }: Outcome): string {
	const lines = figures.map(
		({ who, what, unit, values }) => `| ${who} | ${what} | ${measured(values, unit)} |`
	);
	return [
		`### ${row}\n\n${title}`,
		['| | what | measured |', '| --- | --- | --- |', ...lines].join('\n'),
		...(goals.length > 0 ? [goals.map(goalLine).join('\n')] : []),
		...(notes.length > 0 ? [notes.join(' ')] : [])
	].join('\n\n');
}

const measured = (values: Record<string, number>, unit: string) =>
	Object.entries(values)
		.map(([label, value]) => `${label} ${told(value, unit)}`)
		.join(' · ');

/** The peer it is about was not there: what was seen beside another one is only told. */
export const unjudged = (goal: Goal): Goal => ({ ...goal, met: null });

const goalLine = ({ text, seen, unit, met }: Goal) =>
	`- ${met === null ? 'not judged' : met ? 'met' : '**missed**'}: ${text}; seen ${told(seen, unit)}`;
