/** From a key to its echo. */
import { atMost, percentile, percentiles } from '../figures.ts';
import { echoes, echoOnly } from '../line.ts';
import { inTurns, times, type Row } from '../row.ts';
import { closeAll, contestants, beside } from './terminals.ts';

const KEYS_A_TURN = 30;

export const echo: Row = {
	name: 'echo',
	async measure(site, share) {
		const all = await contestants(await site.atWork(), 'echo');
		try {
			const entries = Object.entries(all);
			for (const [, { line }] of entries) await echoOnly(line);
			for (const [, { line }] of entries) await echoes(line, KEYS_A_TURN); // code that is warm
			const seen = await inTurns(
				times(10, share),
				Object.fromEntries(entries.map(([name, { line }]) => [name, () => echoes(line, KEYS_A_TURN)]))
			);
			const p50 = (name: string) => percentile(seen[name] ?? [], 0.5);
			return {
				row: 'echo',
				title: 'From a key to its echo by the terminal in the sandbox.',
				figures: entries.map(([name, { who, what }]) => ({
					...{ who, what, unit: 'ms' },
					values: percentiles(seen[name] ?? [], 0.5, 0.99)
				})),
				...beside(all, (peer, what) => atMost(`p50, against ${what}`, p50('ours') / p50(peer), 0.75))
			};
		} finally {
			await closeAll(all);
		}
	}
};
