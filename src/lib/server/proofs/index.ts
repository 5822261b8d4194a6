/**
 * Proof cards: what the last full test of a lab has found, kept beside the courses.
 *
 * A card lies in .proofs/ below the labs folder, never in the lab's own, and says for which content
 * it holds. Knows nothing of how a proof is made: the authoring tool makes them.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lab } from '#lib/server/labs/index.ts';
import { proofCard, type ProofCard } from './card.ts';

export { PROOF_FORMAT, type ProofCard } from './card.ts';

/** A card, held against the lab as it is now. */
export interface KnownProof extends ProofCard {
	/** The lab was changed since. */
	stale: boolean;
}

export interface Proofs {
	/** The card of this lab; null when there is none or it cannot be read. */
	find(lab: Pick<Lab, 'id' | 'digest'>): Promise<KnownProof | null>;
	/** Put a card in the place of an earlier one. Returns its path below the labs folder. */
	keep(card: ProofCard): Promise<string>;
}

/** `folder`: the labs folder. It is written only by `keep`. */
export function openProofs(folder: string): Proofs {
	const pathOf = (labId: string) => join(folder, '.proofs', `${labId}.json`);
	return {
		async find({ id, digest }) {
			const text = await readFile(pathOf(id), 'utf8').catch(() => null);
			const card = text === null ? null : proofCard.safeParse(parsed(text));
			if (!card?.success || card.data.lab !== id) return null;
			return { ...card.data, stale: card.data.digest !== digest };
		},
		async keep(card) {
			await mkdir(join(folder, '.proofs'), { recursive: true });
			const unfinished = `${pathOf(card.lab)}.${process.pid}`;
			await writeFile(unfinished, `${JSON.stringify(card, null, '\t')}\n`);
			await rename(unfinished, pathOf(card.lab));
			return join('.proofs', `${card.lab}.json`);
		}
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
