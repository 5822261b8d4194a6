import type { KnownProof } from '#lib/server/proofs/index.ts';

export type ProofView = ReturnType<typeof proofView>;

type Tone = 'neutral' | 'good' | 'warn' | 'bad';

/** What an instructor is shown of a lab's proof; `proof` is null when it was never tested. */
export function proofView(lab: { id: string; title: string }, proof: KnownProof | null) {
	return {
		...lab,
		...verdictOf(proof),
		facts: proof ? factsOf(proof) : [],
		problems: proof?.problems ?? [],
		survivors: proof?.mutants.survivors ?? []
	};
}

function verdictOf(proof: KnownProof | null): { tone: Tone; verdict: string } {
	if (!proof) return { tone: 'neutral', verdict: 'Not tested' };
	if (proof.stale) return { tone: 'warn', verdict: 'Changed since its test' };
	return proof.problems.length > 0
		? { tone: 'bad', verdict: 'Not proven' }
		: { tone: 'good', verdict: 'Proven' };
}

function factsOf({
	wrong,
	mutants,
	flakes,
	faults,
	plays,
	...proof
}: KnownProof): { label: string; value: string }[] {
	const facts: [string, string | null][] = [
		['Solution', proof.problems.length === 0 ? 'holds' : 'see below'],
		['Wrong ones rejected', wrong.of > 0 ? `${wrong.rejected} of ${wrong.of}` : null],
		['Left-out commands noticed', mutants.of > 0 ? `${mutants.noticed} of ${mutants.of}` : null],
		['Faults that hurt', faults.of > 0 ? `${faults.hurt} of ${faults.of}` : null],
		['Faults undone', faults.undoable > 0 ? `${faults.undone} of ${faults.undoable}` : null],
		['After a reboot', proof.reboot === null ? null : proof.reboot ? 'still stands' : 'see below'],
		['Flakes', `${flakes.seen} of ${flakes.of} looks`],
		['Plays', plays > 1 ? `${plays}` : null],
		['Cold start', measured(proof.coldStartMilliseconds, (value) => `${(value / 1000).toFixed(1)} s`)],
		['Memory', measured(proof.memoryPeakMiB, (value) => `${value} MiB`)],
		['Written', measured(proof.diskMiB, (value) => `${value} MiB`)]
	];
	return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

const measured = (value: number | null, text: (value: number) => string) =>
	value === null ? null : text(value);
