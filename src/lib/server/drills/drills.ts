/**
 * Drills of learners: begun, carried on once a second, ended, and told of. The row comes first, then
 * the machines; after a restart every drill that was on is taken up where its facts are.
 */
import type { Bulletin } from '../bulletin.ts';
import type { Log } from '../log.ts';
import type { Db, DrillEnd, DrillRow, Run } from '#lib/server/db/index.ts';
import { GRADER, type Lab } from '#lib/server/labs/index.ts';
import type { Figures } from '#lib/drills/figures.ts';
import type { LiveDrill } from '#lib/drills/live.ts';
import type { Refusal } from '../refusal.ts';
import type { Commands } from './around.ts';
import { figuresOf } from './figures.ts';
import { SandboxHands, type Machines } from './hands.ts';
import { liveView } from './live.ts';
import { planOf, type Plan } from './plan.ts';
import { Play } from './play.ts';
import { goalsOf } from './objectives.ts';
import { Prober } from './prober.ts';
import { Reports } from './report.ts';
import { playedLab, type PlayedLab } from './record.ts';
import { DrillRows, RowLedger } from './rows.ts';

export interface DrillOnPage {
	/** What will be asked for, a line each. */
	goals: string[];
	/** Shared by the goals that are met; 0 when it counts for nothing. */
	points: number;
	/** The longest it takes from the first strike. */
	minutes: number;
	live: LiveDrill | null;
	past: ReturnType<Reports['list']>;
}

export interface DrillsOptions {
	db: Db;
	bulletin: Bulletin;
	log: Log;
	/** The machines of a run that is on and ready, else null: it has ended, or was reset. */
	machines: (of: { userId: number; runId: number; generation: number }) => Promise<Machines | null>;
	/** Titles of tasks, out of these, that are not done on the machines of the run. */
	undone: (of: { userId: number; lab: Lab; run: Run; tasks: string[] }) => string[];
	/** What was entered at the prompts of the machines of a run; nothing where nothing is recorded. */
	commands: Commands;
	/** It was played to its end, and this is what its points are. */
	earned: (drill: DrillRow, points: NonNullable<Figures['points']>) => void;
	/** A sign of life: who watches graphs is there. */
	touch: (runId: number) => void;
	/** Between looks at each drill; for tests. */
	everyMilliseconds?: number;
}

interface Playing {
	play: Play;
	ledger: RowLedger;
	busy: boolean;
	/** Looks in a row that went wrong. */
	failures: number;
}

/** After so many looks that went wrong the drill is given up: its numbers would mean nothing. */
const MOST_FAILURES = 40;

export class Drills {
	readonly #options: DrillsOptions;
	readonly #rows: DrillRows;
	readonly #playing = new Map<number, Playing>();
	readonly #under = new Set<Promise<void>>();
	readonly reports: Reports;
	#timer: NodeJS.Timeout | undefined;

	constructor(options: DrillsOptions) {
		this.#options = options;
		this.#rows = new DrillRows(options.db);
		this.reports = new Reports(options.db, this.#rows, options.commands);
	}

	open(): void {
		this.#timer = setInterval(() => this.#tickAll(), this.#options.everyMilliseconds ?? 1000);
	}

	async close(): Promise<void> {
		clearInterval(this.#timer);
		await Promise.all(this.#under);
	}

	/** What a lab page says of its drill; null when the lab has none. */
	async onPage(userId: number, lab: Lab): Promise<DrillOnPage | null> {
		if (!lab.drill) return null;
		const row = this.latest(userId, lab.id);
		return {
			goals: goalsOf(lab.drill),
			points: lab.drill.points,
			minutes: Math.ceil(lab.drill.limitSeconds / 60),
			live: row && row.endedAt === null ? await this.live(userId, row.id, 0) : null,
			past: this.reports.list(userId).filter((one) => one.labId === lab.id && one.end !== null)
		};
	}

	/** The one that is on, else the last one of this lab; null when there was none. */
	latest(userId: number, labId: string): DrillRow | null {
		return this.#rows.lastFor(userId, labId);
	}

	begin(userId: number, lab: Lab, run: Run): DrillRow | Refusal {
		if (!lab.drill) return { refused: 'This lab has no drill.' };
		if (run.readyAt === null || run.endedAt !== null)
			return { refused: 'Its machines are not up. Start the lab first.' };
		const undone = this.#options.undone({ userId, lab, run, tasks: lab.drill.needs });
		if (undone.length > 0)
			return { refused: `This drill can be begun when you have done: ${undone.join(', ')}.` };
		const short = tooLittleTime(lab, run);
		if (short) return short;
		const { id: runId, generation } = run;
		const plan = planOf(lab.drill);
		const begun = this.#rows.begin({
			...{ userId, runId, generation, labId: lab.id, digest: lab.digest },
			...{ lab: playedLab(lab, lab.drill), plan }
		});
		this.#options.bulletin.tell(userId);
		return begun ?? { refused: 'You are in a drill already. Play it to its end, or give it up first.' };
	}

	/** "I have noticed": says so for the drill's clock, whether or not anything has happened. */
	async notice(userId: number, text: string): Promise<Refusal | null> {
		return this.#write(userId, 'noticed', text);
	}

	async log(userId: number, text: string): Promise<Refusal | null> {
		if (text.trim() === '') return { refused: 'Write what you have seen or done first.' };
		return this.#write(userId, 'log', text);
	}

	abort(userId: number): Refusal | null {
		const row = this.#rows.activeOf(userId);
		if (!row) return NONE;
		this.#end(row, 'aborted');
		return null;
	}

	/** What the control room shows; null when the learner has no such drill. `after`: answers from then on. */
	async live(userId: number, drillId: number, after: number): Promise<LiveDrill | null> {
		const row = this.#rows.find(drillId);
		if (row?.userId !== userId) return null;
		const playing = row.endedAt === null ? await this.#playingOf(row) : null;
		const ledger = playing?.ledger ?? new RowLedger(this.#rows, row.id, (row.lab as PlayedLab).probes.length);
		const now = playing ? await playing.play.now().catch(() => 0) : (ledger.events().at(-1)?.at ?? 0);
		return liveView({ row, ledger, now, after });
	}

	async #write(userId: number, kind: 'noticed' | 'log', text: string): Promise<Refusal | null> {
		const row = this.#rows.activeOf(userId);
		const playing = row && (await this.#playingOf(row));
		if (!row || !playing) return NONE;
		if (this.#rows.countEvents(row.id) >= 500) return { refused: 'The log of this drill is full.' };
		const at = await playing.play.now();
		playing.ledger.add({ kind, at, text: text.trim().slice(0, 1000) });
		this.#options.bulletin.tell(userId);
		return null;
	}

	#tickAll(): void {
		for (const row of this.#rows.allActive()) {
			const tick: Promise<void> = this.#tick(row).finally(() => this.#under.delete(tick));
			this.#under.add(tick);
		}
	}

	/** Never throws, and never twice at once for one drill: a strike must not come twice. */
	async #tick(row: DrillRow): Promise<void> {
		const playing = await this.#playingOf(row).catch((error: Error) => this.#fail(row, null, error));
		if (playing === undefined || playing?.busy) return;
		if (playing === null) return this.#end(row, 'lost');
		playing.busy = true;
		try {
			if (row.runId !== null) this.#options.touch(row.runId);
			const standing = await playing.play.tick();
			playing.failures = 0;
			if (standing !== 'on') this.#end(row, standing);
		} catch (error) {
			this.#fail(row, playing, error as Error);
		} finally {
			playing.busy = false;
		}
	}

	#fail(row: DrillRow, playing: Playing | null, error: Error): undefined {
		if (!playing)
			return void this.#options.log.error({ error, drill: row.id }, 'a drill could not be looked at');
		playing.failures++;
		if (playing.failures > 1 && playing.failures < MOST_FAILURES) return;
		this.#options.log.error({ error, drill: row.id }, 'a drill does not go on');
		if (playing.failures < MOST_FAILURES) return;
		playing.ledger.add({ kind: 'trouble', at: playing.ledger.events().at(-1)?.at ?? 0, text: error.message });
		this.#end(row, 'broken');
	}

	/** Its play, taken up anew when this server has none; null when its machines are gone. */
	async #playingOf(row: DrillRow): Promise<Playing | null> {
		const known = this.#playing.get(row.id);
		const machines = row.runId === null ? null : await this.#options.machines({ ...row, runId: row.runId });
		if (!machines?.lab.drill) return null;
		if (known) return known;
		const { lab, sandbox, values } = machines;
		const ledger = new RowLedger(this.#rows, row.id, lab.probes.length);
		const prober = new Prober({ sandbox, host: GRADER, lab, values, name: `drill-${row.id}` });
		const play = new Play({
			...{ ledger, prober, plan: row.plan as Plan },
			lab: { probes: lab.probes, drill: lab.drill! },
			hands: new SandboxHands(machines)
		});
		const playing = { play, ledger, busy: false, failures: 0 };
		// Another look may have taken it up meanwhile: one play per drill.
		const other = this.#playing.get(row.id);
		if (!other) this.#playing.set(row.id, playing);
		return other ?? playing;
	}

	#end(row: DrillRow, end: DrillEnd): void {
		const playing = this.#playing.get(row.id);
		const figures = figuresOf(this.reports.facts(row, playing?.ledger));
		this.#playing.delete(row.id);
		if (!this.#rows.end(row.id, end, figures)) return;
		if (end === 'played' && figures.points) this.#options.earned(row, figures.points);
		this.#options.bulletin.tell(row.userId);
	}
}

const NONE: Refusal = { refused: 'You are in no drill at the moment.' };

/** A drill that the end of its machines would cut off is not begun. */
function tooLittleTime({ drill }: Lab, { deadline }: Run): Refusal | null {
	const windows = [...drill!.strikes, ...(drill!.second ? [drill!.second] : [])];
	const waits = windows.reduce((sum, { window }) => sum + window.toSeconds, 0);
	const most =
		drill!.warmUpSeconds + (windows[0]?.window.toSeconds ?? 0) + Math.max(drill!.limitSeconds, waits);
	const left = (deadline.getTime() - Date.now()) / 1000;
	if (left >= most) return null;
	const minutes = Math.ceil(most / 60);
	return {
		refused: `This drill may take ${minutes} minutes, and the lab ends before that. Press “30 minutes more” first, or start the lab anew.`
	};
}
