/** What a row of the benchmark is, and what it is given. */
import type { BenchSite } from './bench-site.ts';
import type { Outcome } from './figures.ts';

export interface Row {
	name: string;
	/** `share`: of the usual number of repetitions, at most 1. */
	measure(site: BenchSite, share: number): Promise<Outcome>;
}

/** So many times, or fewer when it has to be quick; never less than three. */
export const times = (usual: number, share: number) => Math.max(3, Math.round(usual * share));

/** Milliseconds that a thing takes. */
export async function clocked(act: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await act();
	return performance.now() - began;
}

/** In turns, so that what else the machine does meets all of them alike. */
export async function inTurns(
	rounds: number,
	contestants: Record<string, () => Promise<number[]>>
): Promise<Record<string, number[]>> {
	const seen: Record<string, number[]> = {};
	for (let round = 0; round < rounds; round++) {
		for (const [name, act] of Object.entries(contestants)) (seen[name] ??= []).push(...(await act()));
	}
	return seen;
}
