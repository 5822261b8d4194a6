/** A drill as the board of a game day shows it among others: small, and with what its players must not know. */
export interface Glance {
	drillId: number;
	phase: 'warming' | 'waiting' | 'striking' | 'struck' | 'assessing' | 'over';
	held: boolean;
	/** The drill's clock. */
	now: number;
	strikes: { done: number; of: number };
	/** The next strike was ordered, and comes with the next look. */
	ordered: boolean;
	/** Of the last strike, on the drill's clock; null before the first. */
	struckAt: number | null;
	/** When it was noticed, and by whom where several are aboard; null when it was not. */
	noticed: { at: number; by: string | null } | null;
	recoveredAt: number | null;
	probes: { title: string; marks: string }[];
	/** The newest line of their log. */
	last: string | null;
	trouble: string | null;
}

/** The last two minutes of a probe: a letter for each two seconds, the worst that was seen in them. */
export const MARKS = 60;
export const MARK_MILLISECONDS = 2000;
