/** What a drill will do, drawn when it begins: nobody, not even the server, decides it later. */
import { randomInt } from 'node:crypto';
import type { Drill, Window } from '#lib/server/labs/index.ts';

export interface PlannedStrike {
	how: 'fault' | 'reboot';
	/** Null for a reboot. */
	fault: string | null;
	/** Hosts to restart. */
	hosts: string[];
	/** After all was steady, or after the last recovery was certain. */
	afterMilliseconds: number;
	/** It repeats what was there before, to see whether the repair holds. */
	second: boolean;
}

export interface Plan {
	strikes: PlannedStrike[];
	/** The first strikes wait until somebody orders them. */
	byHand?: boolean;
}

/** A number from 0 up to, but without, the limit. */
export type Draw = (limit: number) => number;

const fairly: Draw = (limit) => randomInt(limit);

/** At the earliest moment of every window, with the faults named: for proofs, which have no time to wait. */
export const soonest: Draw = () => 0;

export function planOf(drill: Drill, draw: Draw = fairly): Plan {
	const strikes: PlannedStrike[] = drill.strikes.map(({ faults, window }) => ({
		...{ how: 'fault', hosts: [], second: false },
		fault: faults[draw(faults.length)]!,
		afterMilliseconds: within(window, draw)
	}));
	if (drill.second) {
		const { how, hosts, window } = drill.second;
		const last = strikes.at(-1)!.fault;
		strikes.push({
			...{ hosts, second: true, afterMilliseconds: within(window, draw) },
			...(how === 'again' ? { how: 'fault', fault: last } : { how: 'reboot', fault: null })
		});
	}
	return { strikes };
}

const within = ({ fromSeconds, toSeconds }: Window, draw: Draw) =>
	fromSeconds * 1000 + draw((toSeconds - fromSeconds) * 1000 + 1);
