/** How fast a big file scrolls by. */
import { atLeast, percentile } from '../figures.ts';
import { throughput as showBigFile, writeBigFile } from '../line.ts';
import { inTurns, times, type Row } from '../row.ts';
import { closeAll, contestants, beside } from './terminals.ts';

export const throughput: Row = {
	name: 'throughput',
	async measure(site, share) {
		const all = await contestants(await site.atWork(), 'throughput');
		try {
			const { floor, exec } = all;
			for (const place of [floor, exec]) if (place) await writeBigFile(place.line); // ours shares the second
			const entries = Object.entries(all);
			const seen = await inTurns(
				times(3, share),
				Object.fromEntries(entries.map(([name, { line }]) => [name, async () => [await showBigFile(line)]]))
			);
			const middle = (name: string) => percentile(seen[name] ?? [], 0.5);
			const { goals, notes } = beside(all, (peer, what) =>
				atLeast(`median, against ${what}`, middle('ours') / middle(peer), 1.35)
			);
			return {
				row: 'throughput',
				title: '`cat` of a file of 64 MB, until its last byte has arrived.',
				figures: entries.map(([name, { who, what }]) => ({
					...{ who, what, unit: 'MB/s' },
					values: { median: middle(name) }
				})),
				goals,
				notes: [
					'Our client sends receipts at once, as one would that draws in no time; every byte was counted.',
					...notes
				]
			};
		} finally {
			await closeAll(all);
		}
	}
};
