/** How figures of many people lie: never one mean, which would hide both who flew and who was stuck. */

export interface Spread {
	/** How many were counted. */
	n: number;
	least: number;
	/** A quarter of them lie below, a quarter above `upper`. */
	lower: number;
	median: number;
	upper: number;
	most: number;
}

/** Null of nothing. */
export function spreadOf(values: number[]): Spread | null {
	if (values.length === 0) return null;
	const sorted = values.toSorted((a, b) => a - b);
	const at = (share: number) => {
		const place = share * (sorted.length - 1);
		const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
		return rounded(below + (above - below) * (place - Math.floor(place)));
	};
	return { n: sorted.length, least: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), most: at(1) };
}

const rounded = (value: number) => Math.round(value * 10) / 10;
