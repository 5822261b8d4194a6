/**
 * Upkeep: rows say what should be, the engine says what is; this brings them together. It runs
 * once when the server starts and every few seconds after, and does nothing twice.
 */
import type { Bulletin } from '../bulletin.ts';
import type { Run } from '#lib/server/db/index.ts';
import type { SandboxEngine } from '#lib/server/sandbox/index.ts';
import type { Log } from '../log.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import type { Capacity } from './capacity.ts';
import type { Contents } from './contents.ts';
import type { Limits } from './limits.ts';
import type { RunRows } from './rows.ts';
import { isCopyInUse } from '#lib/server/scenes/index.ts';
import { sandboxName } from './starting.ts';

export interface Premises {
	rows: RunRows;
	engine: SandboxEngine;
	bulletin: Bulletin;
	log: Log;
	limits: Limits;
	contents: Contents;
	bringUp: (run: Run, lab: Lab) => void;
	capacity: Pick<Capacity, 'names' | 'tend'>;
}

const EVERY_MILLISECONDS = 10_000;
/** Rounds between two looks at what sandboxes use. */
const MEASURE_EVERY = 3;

export class Upkeep {
	readonly #premises: Premises;
	#rounds = 0;
	#timer: NodeJS.Timeout | undefined;
	#tending: Promise<void> = Promise.resolve();

	constructor(premises: Premises) {
		this.#premises = premises;
	}

	async open(): Promise<void> {
		await this.#tidy(recover);
		this.#timer = setInterval(() => {
			this.#tending = this.#tidy(tend);
		}, EVERY_MILLISECONDS);
	}

	async close(): Promise<void> {
		clearInterval(this.#timer);
		await this.#tending;
	}

	async #tidy(how: typeof tend): Promise<void> {
		const { rows, contents, capacity, log } = this.#premises;
		try {
			await how(this.#premises);
			await capacity.tend(this.#rounds++ % MEASURE_EVERY === 0);
			await contents.editions.drop((digest) => rows.activeDigests().has(digest));
		} catch (error) {
			// The engine does not answer: that is no reason to end anybody's run.
			log.error({ error }, 'upkeep could not look at the sandboxes');
		}
	}
}

/** A start that takes longer than this is not worth another try. */
const TRY_AGAIN_MILLISECONDS = 15 * 60_000;

/** At start: a run that was coming up when the server ended comes up anew, from nothing. */
async function recover(premises: Premises): Promise<void> {
	const { rows, engine, contents, bringUp } = premises;
	for (const run of rows.admitted().filter(({ readyAt }) => readyAt === null)) {
		const lab = contents.of(run);
		if (lab && Date.now() - run.startedAt.getTime() < TRY_AGAIN_MILLISECONDS) {
			// On disks that were kept it goes on; what it may have set up on new ones is not to be trusted.
			if (!run.keptUntil) await engine.remove(sandboxName(run));
			const fresh = run.keptUntil ? run : rows.change(run.id, { sandbox: null });
			if (fresh) bringUp(fresh, lab);
		} else {
			const reason = 'The platform was restarted while this lab was starting. Start it again.';
			await end(premises, run, reason);
		}
	}
	await tend(premises);
}

/** End what is over, give up what is gone, and take away what belongs to nobody. */
async function tend(premises: Premises): Promise<void> {
	const now = Date.now();
	for (const run of premises.rows.allActive().filter(({ readyAt }) => readyAt !== null)) {
		const over = whyOver(run, now, premises.limits);
		if (over) await putAway(premises, run, over);
		else if (await isGone(premises, run)) await end(premises, run, GONE);
	}
	await parkKept(premises);
	await removeOrphans(premises);
}

function whyOver({ deadline, lastSeenAt }: Run, now: number, { idleMinutes }: Limits): string | null {
	if (deadline.getTime() <= now)
		return 'The time of this lab was over. Your results are kept; start it again to go on.';
	if (lastSeenAt.getTime() + idleMinutes * 60_000 > now) return null;
	return `Nobody had touched this lab for ${idleMinutes === 1 ? 'a minute' : `${idleMinutes} minutes`}, so it was stopped. Your results are kept.`;
}

const GONE =
	'A machine of this lab has stopped. Perhaps its first process was ended. Your results are kept; start it again.';

const isGone = async ({ engine }: Premises, run: Run) => !(await engine.find(sandboxName(run)));

/** Its time is over, but what is on its disks may still be wanted. The row first; parkKept does the rest. */
async function putAway(premises: Premises, run: Run, reason: string): Promise<void> {
	const { rows, bulletin, limits } = premises;
	const hours = limits.keepHours ?? 0;
	if (hours === 0) return end(premises, run, reason);
	if (rows.end(run.id, reason, new Date(Date.now() + hours * 3_600_000))) bulletin.tell(run.userId);
}

/** Switch off what is kept, and keep no more than may run: the latest. What is let go of is nobody's. */
async function parkKept({ rows, engine, limits }: Premises): Promise<void> {
	for (const [number, run] of rows.kept().entries()) {
		if (number >= limits.total) rows.discard(run.userId, run.labId);
		else if (await engine.find(sandboxName(run))) await engine.park(sandboxName(run));
	}
}

async function end({ rows, engine, bulletin }: Premises, run: Run, reason: string) {
	if (rows.end(run.id, reason)) bulletin.tell(run.userId);
	await engine.remove(sandboxName(run));
}

/**
 * The list of sandboxes is read before the rows: one that begins meanwhile is in the second, not in
 * the first. One that goes from the pool to a run is the pool's, then the run's, and never nobody's.
 */
async function removeOrphans({ rows, engine, capacity }: Premises) {
	const there = await engine.list();
	const wanted = new Set([...capacity.names(), ...[...rows.allActive(), ...rows.kept()].map(sandboxName)]);
	for (const name of there) if (!wanted.has(name) && !isCopyInUse(name)) await engine.remove(name);
}
