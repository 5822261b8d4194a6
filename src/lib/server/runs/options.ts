/** What runs need around them, and the one question each door of theirs asks: who may work here. */
import type { Bulletin } from '../bulletin.ts';
import type { Db, Run } from '#lib/server/db/index.ts';
import type { Editions, Lab } from '#lib/server/labs/index.ts';
import type { Log } from '../log.ts';
import type { PoolSize } from '#lib/server/pool/index.ts';
import type { Progress } from '#lib/server/progress/index.ts';
import type { SandboxEngine } from '#lib/server/sandbox/index.ts';
import type { Look } from './grading.ts';
import type { Limits } from './limits.ts';
import type { Proven } from './needs.ts';
import type { Pace } from './watching.ts';

export interface RunsOptions {
	db: Db;
	engine: SandboxEngine;
	labs: { lab(id: string): Lab | null; all?(): Lab[] };
	/** Where labs are kept as runs began with them; in memory when not said. */
	editions?: Editions;
	progress: Progress;
	bulletin: Bulletin;
	log: Log;
	/** The server's secret, from which learners' parameters come. */
	key: string;
	limits: Limits;
	/** How many sandboxes may wait for learners; none when not said. */
	pool?: PoolSize;
	/** Whether somebody may work on the machines of a run; only its learner when not said. */
	mayWork?: (userId: number, run: Run) => boolean;
	/** Something befell the machines of a run: for its recordings. */
	mark?: (runId: number, kind: 'incident', text: string) => void;
	/** What the proof of a lab says it needs; null when there is none. */
	proven?: (lab: Lab) => Promise<Proven | null>;
	/** How often and how many runs are looked at by themselves; for tests. */
	pace?: Partial<Pace>;
	/** Runs go on with the lab as it is now, not as they began with it: for who writes it. */
	follow?: boolean;
	onLook?: (look: Look) => void;
}

/** Null is the platform itself. */
export const mayWork = (
	{ mayWork: ask }: Pick<RunsOptions, 'mayWork'>,
	userId: number | null,
	run: Run
): boolean => userId === null || (ask?.(userId, run) ?? run.userId === userId);
