/** Labs that are too much for every run of the tests: `npm run labs:prove` plays them as well. */
import type { Lab } from '#lib/server/labs/index.ts';
import type { KnownProof } from '#lib/server/proofs/index.ts';

const HEAVY_MIB = 768;
const LONG_MILLISECONDS = 60_000;

/** True when a single host of the lab may take as much memory as a whole ordinary lab does. */
export const isHeavy = (lab: Pick<Lab, 'hosts'>) =>
	lab.hosts.some(({ limits }) => limits.memoryMiB >= HEAVY_MIB);

/** True when its solution takes long to play, and the proof of just this content says that it holds. */
export const isLongAndProven = (card: KnownProof | null) =>
	card !== null &&
	!card.stale &&
	card.problems.length === 0 &&
	(card.playMilliseconds ?? 0) > LONG_MILLISECONDS;
