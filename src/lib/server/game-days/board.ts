/** The board of a game day: everybody with machines, how those are, and a glance at the drill on them. */
import type { DrillRow, Run } from '#lib/server/db/index.ts';
import type { Glance } from '#lib/drills/glance.ts';
import type { Captain } from './index.ts';

export interface BoardRow extends Captain {
	machines: 'none' | 'waiting' | 'starting' | 'ready';
	/** The drill that is on, else the last one; null before the first. */
	drill: Glance | null;
	/** How it ended; null while it is on. */
	end: DrillRow['end'];
}

interface Asks {
	run: (userId: number) => Run | null;
	glance: (drillId: number) => Promise<Glance | null>;
}

export function boardOf(captains: Captain[], drills: DrillRow[], asks: Asks): Promise<BoardRow[]> {
	return Promise.all(
		captains.map(async (captain) => {
			const drill = drills.find(({ userId }) => userId === captain.userId);
			return {
				...captain,
				machines: machinesOf(asks.run(captain.userId)),
				drill: drill ? await asks.glance(drill.id) : null,
				end: drill?.end ?? null
			};
		})
	);
}

function machinesOf(run: Run | null): BoardRow['machines'] {
	if (!run) return 'none';
	if (run.waitingSince) return 'waiting';
	return run.readyAt ? 'ready' : 'starting';
}
