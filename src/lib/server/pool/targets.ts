/** How many sandboxes of which lab should wait: as many as were started lately, and are expected. */

const HOUR = 60 * 60_000;
/** A start counts half after this. */
const HALF_LIFE = 2 * HOUR;
/** What counts less than this is not worth a sandbox. */
const LEAST = 0.1;

export function targets(
	starts: { labId: string; startedAt: Date }[],
	{ now, most, expected }: { now: number; most: number; expected: Map<string, { count: number }> }
): Map<string, number> {
	const weights = new Map<string, number>();
	for (const { labId, startedAt } of starts) {
		const weight = 0.5 ** (Math.max(0, now - startedAt.getTime()) / HALF_LIFE);
		weights.set(labId, (weights.get(labId) ?? 0) + weight);
	}
	for (const [labId, { count }] of expected) weights.set(labId, Math.max(weights.get(labId) ?? 0, count));
	const wanted = new Map<string, number>();
	let left = most;
	for (const [labId, weight] of [...weights].sort(([, one], [, other]) => other - one)) {
		const count = weight < LEAST ? 0 : Math.min(left, Math.ceil(weight));
		if (count > 0) wanted.set(labId, count);
		left -= count;
	}
	return wanted;
}
