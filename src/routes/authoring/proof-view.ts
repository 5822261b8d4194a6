import type { KnownProof } from '#lib/server/proofs/index.ts';
import { locale, t } from '#lib/words/index.ts';

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
	if (!proof) return { tone: 'neutral', verdict: t('Not tested') };
	if (proof.stale) return { tone: 'warn', verdict: t('Changed since its test') };
	return proof.problems.length > 0
		? { tone: 'bad', verdict: t('Not proven') }
		: { tone: 'good', verdict: t('Proven') };
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
		[t('Solution'), proof.problems.length === 0 ? t('holds') : t('see below')],
		[
			t('Wrong ones rejected'),
			wrong.of > 0 ? t('{done} of {of}', { done: wrong.rejected, of: wrong.of }) : null
		],
		[
			t('Left-out commands noticed'),
			mutants.of > 0 ? t('{done} of {of}', { done: mutants.noticed, of: mutants.of }) : null
		],
		[t('Faults that hurt'), faults.of > 0 ? t('{done} of {of}', { done: faults.hurt, of: faults.of }) : null],
		[
			t('Faults undone'),
			faults.undoable > 0 ? t('{done} of {of}', { done: faults.undone, of: faults.undoable }) : null
		],
		[t('After a reboot'), proof.reboot === null ? null : proof.reboot ? t('still stands') : t('see below')],
		[t('Flakes'), t('{done} of {of} looks', { done: flakes.seen, of: flakes.of })],
		[t('Plays'), plays > 1 ? `${plays}` : null],
		[t('Cold start'), measured(proof.coldStartMilliseconds, (value) => `${seconds(value)} s`)],
		[t('Memory'), measured(proof.memoryPeakMiB, (value) => t('{size} MiB', { size: inDigits(value) }))],
		[t('Written'), measured(proof.diskMiB, (value) => t('{size} MiB', { size: inDigits(value) }))]
	];
	return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

const seconds = (milliseconds: number) => inDigits(milliseconds / 1000, 1);

/** With the decimal mark of the language, and as many digits after it as are asked for or there. */
const inDigits = (value: number, after?: number) =>
	value.toLocaleString(locale(), {
		...{ useGrouping: false, minimumFractionDigits: after },
		maximumFractionDigits: after ?? 3
	});

const measured = (value: number | null, text: (value: number) => string) =>
	value === null ? null : text(value);
