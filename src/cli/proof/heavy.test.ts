import { expect, it } from 'vitest';
import type { KnownProof } from '#lib/server/proofs/index.ts';
import { isLongAndProven } from './heavy.ts';

const card: KnownProof = {
	...{ format: 'proof/1', lab: 'dns', version: '1.0.0', digest: 'a', problems: [], checks: 3, stale: false },
	...{ wrong: { rejected: 0, of: 0 }, mutants: { noticed: 0, of: 0, survivors: [] } },
	...{ faults: { hurt: 0, of: 0, undone: 0, undoable: 0 }, reboot: null, flakes: { seen: 0, of: 0 } },
	...{
		plays: 1,
		seeds: 1,
		coldStartMilliseconds: 900,
		playMilliseconds: 61_000,
		memoryPeakMiB: 1,
		diskMiB: 1
	}
};

it('a long lab is not played in every run, as long as its proof is of what it is now', () => {
	expect(isLongAndProven(card)).toBe(true);
	expect(isLongAndProven({ ...card, playMilliseconds: 59_000 })).toBe(false);
	expect(isLongAndProven({ ...card, playMilliseconds: null })).toBe(false);
});

it('a long lab is played when it was changed since, has problems, or was never proven', () => {
	expect(isLongAndProven({ ...card, stale: true })).toBe(false);
	expect(isLongAndProven({ ...card, problems: ['A check is red.'] })).toBe(false);
	expect(isLongAndProven(null)).toBe(false);
});
