/** The drill that speaks best for somebody: the most objectives met, and of those as good the soonest well again. */
import type { Figures } from '#lib/drills/figures.ts';
import type { DrillProof, DrillRow } from '#lib/server/db/index.ts';

/** Of drills that were played to their end; null when there is none with figures. */
export function bestOf(rows: Pick<DrillRow, 'end' | 'figures' | 'endedAt' | 'digest'>[]): DrillProof | null {
	const proofs = rows.flatMap(({ end, figures, endedAt, digest }) =>
		end === 'played' && figures && endedAt
			? [{ ...proofOf(figures as Figures), digest, at: endedAt.toISOString() }]
			: []
	);
	return proofs.toSorted((one, other) => other.met - one.met || until(one) - until(other))[0] ?? null;
}

function proofOf({ strikes, objectives }: Figures) {
	const first = strikes.find(({ second }) => !second);
	return {
		toNotice: first?.toNotice ?? null,
		toRecover: first?.toRecover ?? null,
		toRecoverAgain: strikes.find(({ second }) => second)?.toRecover ?? null,
		met: objectives.filter(({ state }) => state === 'met').length,
		objectives: objectives.length
	};
}

const until = ({ toRecover }: DrillProof) => toRecover ?? Number.MAX_SAFE_INTEGER;
