/** Each probe over the whole drill, in as few points as a page can show. */
import type { Figures } from '#lib/drills/figures.ts';
import type { Track } from '#lib/drills/report.ts';
import { spansOf, type Sample } from '#lib/drills/samples.ts';
import type { Facts } from './figures.ts';

const MOST_POINTS = 240;

export function tracksOf(
	{ lab, asked }: Facts,
	figures: Figures,
	{ from, to }: { from: number; to: number }
): Track[] {
	return lab.probes.map(({ id, title, slowMilliseconds }, index) => {
		const { samples, everyMilliseconds } = asked[index]!;
		const within = samples.filter(({ at }) => at >= from && at <= to);
		return {
			...{ id, title, slowMilliseconds },
			spans: spansOf({ samples: within, everyMilliseconds }, from, to),
			latency: latencyOf(within, { from, step: Math.max(everyMilliseconds, (to - from) / MOST_POINTS) }),
			lostAt: figures.probes.find((probe) => probe.id === id)?.writes?.lostAt ?? []
		};
	});
}

function latencyOf(samples: Sample[], { from, step }: { from: number; step: number }): Track['latency'] {
	const buckets = new Map<number, number[]>();
	for (const { at, outcome, milliseconds } of samples) {
		if (outcome === 'bad') continue;
		const bucket = Math.floor((at - from) / step);
		buckets.set(bucket, [...(buckets.get(bucket) ?? []), milliseconds]);
	}
	return [...buckets].map(([bucket, times]) => {
		const sorted = times.sort((a, b) => a - b);
		return {
			at: Math.round(from + bucket * step),
			median: sorted[Math.floor(sorted.length / 2)]!,
			worst: sorted.at(-1)!
		};
	});
}
