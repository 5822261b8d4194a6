/** What a fault means once it is read. */
import type { Script } from '../lab.ts';

export interface Fault {
	id: string;
	/** For authors and instructors: it may name the cause. */
	title: string;
	/** For learners, when it has happened; null when they are to find out. */
	tell: string | null;
	steps: FaultStep[];
	/** Ends with 0 while it hurts. */
	verify: FaultScript;
	/** Null when it cannot be undone. */
	undo: FaultStep[] | null;
	/** The same harm in another way, for machines that cannot do the steps; null when there is none. */
	instead: { steps: FaultStep[]; undo: FaultStep[] | null } | null;
}

export type FaultStep = { verb: 'run'; step: FaultScript } | WorldStep;

/** Something done from outside; the engine knows the same words. */
export type WorldStep =
	| { verb: 'kill' | 'stop' | 'start' | 'restart' | 'pause' | 'resume'; host: string }
	| { verb: 'partition' | 'rejoin'; hosts: string[]; network: string }
	| {
			verb: 'impair';
			host: string;
			network: string;
			delayMilliseconds?: number;
			lossShare?: number;
			kilobitsPerSecond?: number;
	  }
	| { verb: 'mend'; host: string; network: string }
	| { verb: 'disk-fill'; host: string; path: string; leaveMiB: number }
	| { verb: 'disk-free'; host: string; path: string }
	| { verb: 'clock'; host: string; bySeconds: number };

export interface FaultScript {
	host: string;
	script: Script;
	args: string[];
	env: Record<string, string>;
	timeoutSeconds: number;
}
