import { expect, it } from 'vitest';
import type { KnownProof } from '#lib/server/proofs/index.ts';
import { proofView } from './proof-view.ts';

const lab = { id: 'dns', title: 'Names' };
const proof: KnownProof = {
	...{ format: 'proof/1', lab: 'dns', version: '1.0.0', digest: 'd', problems: [], checks: 3, stale: false },
	...{ wrong: { rejected: 2, of: 2 }, flakes: { seen: 0, of: 9 }, plays: 1, seeds: 1 },
	faults: { hurt: 2, of: 2, undone: 1, undoable: 1 },
	reboot: true,
	mutants: { noticed: 3, of: 4, survivors: ['solve/a.sh:2  sync'] },
	...{ coldStartMilliseconds: 1234, playMilliseconds: 2345, memoryPeakMiB: 12.5, diskMiB: null }
};

it('a proof is shown with what was tried and measured, and what could not be is left out', () => {
	const { verdict, tone, facts, survivors } = proofView(lab, proof);
	expect([verdict, tone, survivors]).toEqual(['Proven', 'good', ['solve/a.sh:2  sync']]);
	expect(facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
		'Solution: holds',
		'Wrong ones rejected: 2 of 2',
		'Left-out commands noticed: 3 of 4',
		'Faults that hurt: 2 of 2',
		'Faults undone: 1 of 1',
		'After a reboot: still stands',
		'Flakes: 0 of 9 looks',
		'Cold start: 1.2 s',
		'Memory: 12.5 MiB'
	]);
});

it('a lab that was changed, was never tested or has problems does not look proven', () => {
	expect(proofView(lab, { ...proof, stale: true })).toMatchObject({
		tone: 'warn',
		verdict: 'Changed since its test'
	});
	expect(proofView(lab, { ...proof, problems: ['x'] })).toMatchObject({ tone: 'bad', verdict: 'Not proven' });
	expect(proofView(lab, null)).toMatchObject({ tone: 'neutral', verdict: 'Not tested', facts: [] });
});
