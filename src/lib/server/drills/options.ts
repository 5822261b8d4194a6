/** What drills need around them. */
import type { Bulletin } from '../bulletin.ts';
import type { Log } from '../log.ts';
import type { Crews } from '#lib/server/crews/index.ts';
import type { Db, DrillRow, Run } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import type { Figures } from '#lib/drills/figures.ts';
import type { Commands } from './around.ts';
import type { Machines } from './hands.ts';
import type { HostStates } from './known.ts';

/** A game day as a drill that begins on it needs to know it. */
export interface Occasion {
	/** The first strikes wait until whoever runs the day orders them. */
	byHand: boolean;
	/** It is paused just now. */
	held: boolean;
	/** The drill has begun: it belongs to that day. */
	joined: (drill: DrillRow) => void;
}

export interface DrillsOptions {
	db: Db;
	bulletin: Bulletin;
	log: Log;
	/** The machines of a run that is on and ready, else null: it has ended, or was reset. */
	machines: (of: { userId: number; runId: number; generation: number }) => Promise<Machines | null>;
	/** How the machines of a run are, those its learner knows of. */
	hosts: (runId: number) => Promise<HostStates>;
	/** Titles of tasks, out of these, that are not done on the machines of the run. */
	undone: (of: { userId: number; lab: Lab; run: Run; tasks: string[] }) => string[];
	/** Who is aboard of which drill, and what each may do. */
	crews: Crews;
	/** Everybody this person learns with in a class that goes on, without themselves. */
	classmates: (userId: number) => number[];
	/** The game day on which this person begins this lab's drill now; null on all others. */
	occasion: (userId: number, labId: string) => Occasion | null;
	/** What was entered at the prompts of the machines of a run; nothing where nothing is recorded. */
	commands: Commands;
	/** It was played to its end, and this is what its points are. */
	earned: (drill: DrillRow, points: NonNullable<Figures['points']>) => void;
	/** A sign of life: who watches graphs is there. */
	touch: (runId: number) => void;
	/** Between looks at each drill; for tests. */
	everyMilliseconds?: number;
}
