/**
 * The line: everybody who starts a lab stands in it, mostly for no time at all. Whoever the machine
 * can carry is let in, the first one first. Places are rows, so they outlive a restart.
 */
import type { Bulletin } from '../bulletin.ts';
import type { Run } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import type { Log } from '../log.ts';
import type { Refusal } from '../refusal.ts';
import { t, type Phrase } from '#lib/words/index.ts';
import type { Machine, SandboxEngine } from '#lib/server/sandbox/index.ts';
import { probableEnd, turnOf, usualLength } from './estimate.ts';
import { firstDeadline, type Limits } from './limits.ts';
import type { Needs } from './needs.ts';
import { mostOf, roomFor, type House, type Scarce } from './room.ts';
import type { RunRows } from './rows.ts';
import { sandboxName } from './starting.ts';

export interface LineOptions {
	engine: Pick<SandboxEngine, 'machine' | 'usage'>;
	rows: RunRows;
	needs: Needs;
	labs: { all?(): Lab[] };
	limits: Limits;
	bulletin: Bulletin;
	log: Log;
	labOf: (run: Run) => Lab | null;
	bringUp: (run: Run, lab: Lab) => void;
}

/** Somebody's place: how many are before them, and when their turn will probably be. */
export interface Place {
	before: number;
	/** Null when nobody can say. */
	turn: Date | null;
}

/** For so long a sandbox takes more and more of what it needs; then the machine's own figures have it. */
const YOUNG_MILLISECONDS = 90_000;
/** Those behind may pass one who needs more than there is, until that one has waited so long. */
const PASSED_MILLISECONDS = 10 * 60_000;
/** Who was not seen for so long has gone away. */
const GONE_MILLISECONDS = 3 * 60_000;
const LENGTHS = 60;

const NEVER = {
	places: 'This lab needs more places, which this machine cannot give at all. Tell the operator.',
	memory: 'This lab needs {memory} MiB of memory, which this machine cannot give at all. Tell the operator.',
	processors: 'This lab needs more processors, which this machine cannot give at all. Tell the operator.',
	disk: 'This lab needs more disk, which this machine cannot give at all. Tell the operator.'
} as const satisfies Record<Scarce, Phrase>;

export class Line {
	readonly #options: LineOptions;
	#machine: Machine | null = null;

	constructor(options: LineOptions) {
		this.#options = options;
	}

	/** Stand in line, and be let in at once where there is room. `kept`: on the last one's disks, if they are. */
	join(userId: number, lab: Lab, kept = false): Run | Refusal {
		const { rows, needs } = this.#options;
		const scarce = this.#neverFits(lab);
		if (scarce) {
			const memory = Math.ceil(needs.of(lab).memoryMiB);
			return { refused: t(NEVER[scarce], { memory }) };
		}
		const run = (kept ? rows.reopen(userId, lab.id) : null) ?? this.#begin(userId, lab);
		this.move(lab);
		return rows.find(run.id) ?? run;
	}

	/** Each write waits for the disk, so who need not stand in line is never written down there. */
	#begin(userId: number, lab: Lab): Run {
		const { rows, limits, bringUp } = this.#options;
		rows.discard(userId, lab.id);
		const straight = rows.waiting().length === 0 && this.more(lab) >= 1;
		const deadline = firstDeadline(lab, limits);
		const { run, begun } = rows.begin({ userId, labId: lab.id, digest: lab.digest, deadline }, straight);
		if (straight && begun) bringUp(run, lab);
		return run;
	}

	/** See how the machine is now, let go of those who have left, and let in whoever fits. Never throws. */
	async look(): Promise<void> {
		const { engine, rows, bulletin, log, needs, labs } = this.#options;
		await needs.read(labs.all?.() ?? []);
		this.#machine = await engine.machine().catch((error: unknown) => {
			log.debug({ error }, 'the machine could not be looked at');
			return this.#machine;
		});
		for (const run of rows.waiting()) {
			if (bulletin.isHeard(run.userId)) rows.touch(run.id);
			else if (Date.now() - run.lastSeenAt.getTime() > GONE_MILLISECONDS) this.leave(run);
		}
		this.move();
	}

	/** Let in everybody there is room for. `known`: a lab that has just been asked for. */
	move(known?: Lab): void {
		const { rows, bulletin } = this.#options;
		const waiting = rows.waiting();
		for (const run of waiting) {
			const waited = Date.now() - (run.waitingSince?.getTime() ?? 0);
			if (!this.#letIn(run, known) && waited > PASSED_MILLISECONDS) break;
		}
		const left = rows.waiting();
		if (left.length < waiting.length) for (const { userId } of left) bulletin.tell(userId);
	}

	/** False when it must wait on. */
	#letIn(run: Run, known?: Lab): boolean {
		const { rows, labOf, bringUp, limits } = this.#options;
		const isKnown = known?.id === run.labId && known.digest === run.digest;
		const lab = isKnown ? known : labOf(run);
		if (!lab) return rows.forget(run.id);
		if (this.more(lab) < 1) return false;
		const admitted = rows.admit(run.id, { deadline: firstDeadline(lab, limits), digest: lab.digest });
		if (admitted) bringUp(admitted, lab);
		return true;
	}

	/** Give a place up. */
	leave(run: Run): void {
		const { rows, bulletin } = this.#options;
		if (rows.forget(run.id)) bulletin.tell(run.userId);
		for (const { userId } of rows.waiting()) bulletin.tell(userId);
	}

	/** How many more of this lab the machine takes now. */
	more(lab: Lab): number {
		return roomFor(this.#house(), this.#options.needs.of(lab)).more;
	}

	/** What would be scarce for this lab even if nobody else were here; null when it can run. */
	#neverFits(lab: Lab): Scarce | null {
		const empty = { ...this.#house(), spoken: [], young: [] };
		const machine = empty.machine && { ...empty.machine, memoryFreeMiB: null, diskFreeMiB: null };
		const need = this.#options.needs.of(lab);
		return roomFor({ ...empty, machine }, { ...need, processors: 0 }).why;
	}

	/** Look at what sandboxes use, so that the next can be promised the right amount. */
	async measure(): Promise<void> {
		const { rows, needs, labOf } = this.#options;
		const ready = rows.admitted().filter(({ readyAt }) => readyAt !== null);
		await needs.measure(
			ready.flatMap((run) => {
				const lab = labOf(run);
				return lab ? [{ name: sandboxName(run), lab }] : [];
			})
		);
	}

	/** Null when it does not wait. Who asks is still there, and keeps the place. */
	place(run: Run): Place | null {
		const { rows, needs, limits, labOf } = this.#options;
		if (run.waitingSince === null) return null;
		rows.touch(run.id);
		const waiting = rows.waiting();
		const before = Math.max(
			0,
			waiting.findIndex(({ id }) => id === run.id)
		);
		const needOf = (one: Run) => {
			const lab = labOf(one);
			return lab ? needs.of(lab) : mostOf({ hosts: [] });
		};
		const usual = usualLength(rows.lengths(LENGTHS));
		const turn = turnOf({
			house: { machine: this.#machine, total: limits.total },
			there: rows.admitted().map((one) => ({
				need: needOf(one),
				end: probableEnd(one, { usual, limits, now: Date.now() })
			})),
			line: waiting.slice(0, before + 1).map(needOf)
		});
		return { before, turn: turn === null ? null : new Date(turn) };
	}

	#house(): House {
		const { rows, needs, limits, labOf } = this.#options;
		const there = rows.admitted().flatMap((run) => {
			const lab = labOf(run);
			return lab ? [{ run, need: needs.of(lab) }] : [];
		});
		const isYoung = ({ startedAt, readyAt }: Run) =>
			readyAt === null || Date.now() - startedAt.getTime() < YOUNG_MILLISECONDS;
		return {
			...{ machine: this.#machine, total: limits.total, spoken: there.map(({ need }) => need) },
			young: there.filter(({ run }) => isYoung(run)).map(({ need }) => need)
		};
	}
}
