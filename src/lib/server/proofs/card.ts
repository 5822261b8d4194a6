/** What stands on a proof card. It names no date and no person, so that the same proof is the same file. */
import { z } from 'zod';

export const PROOF_FORMAT = 'proof/1';

const count = z.number().int().min(0);
const measured = z.number().min(0).nullable();

export const proofCard = z.object({
	format: z.literal(PROOF_FORMAT),
	/** The lab's id, its label, and the content for which all this holds. */
	lab: z.string(),
	version: z.string(),
	digest: z.string(),
	/** What an author must mend; the lab is proven when there is nothing. */
	problems: z.array(z.string()),
	/** Checks that were looked at. */
	checks: count,
	/** Wrong solutions that stayed below full marks. */
	wrong: z.object({ rejected: count, of: count }),
	/** Solutions with one command left out that some check noticed, and the commands nobody missed. */
	mutants: z.object({ noticed: count, of: count, survivors: z.array(z.string()) }),
	/** Faults that hurt and turn their task red, and those that were undone, of those that can be. */
	faults: z
		.object({ hurt: count, of: count, undone: count, undoable: count })
		.default({ hurt: 0, of: 0, undone: 0, undoable: 0 }),
	/** Whether the solution still stood after all hosts were switched off and on; null when nobody asked. */
	reboot: z.boolean().nullable().default(null),
	/** Looks at a check that said something else than the others in the same state. */
	flakes: z.object({ seen: count, of: count }),
	/** How often the solution was played through, and with how many draws of the parameters. */
	plays: count,
	seeds: count,
	/** From nothing to machines that are up and set. */
	coldStartMilliseconds: measured,
	/** From nothing to the last look of the first play of the solution, with all its faults. */
	playMilliseconds: measured.default(null),
	/** Of all hosts together, after the solution; null where the image cannot tell. */
	memoryPeakMiB: measured,
	diskMiB: measured
});

export type ProofCard = z.infer<typeof proofCard>;
