/**
 * Drills of learners: begun, carried on once a second, ended, and told of. The row comes first, then
 * the machines; after a restart every drill that was on is taken up where its facts are.
 */
import { rightsAlone, type Rights, type Role } from '#lib/server/crews/index.ts';
import type { DrillEnd, DrillRow, Run } from '#lib/server/db/index.ts';
import { GRADER, type Drill, type Lab } from '#lib/server/labs/index.ts';
import type { LiveDrill } from '#lib/drills/live.ts';
import { t } from '#lib/words/index.ts';
import type { Refusal } from '../refusal.ts';
import { figuresOf } from './figures.ts';
import { ControlRoom } from './control-room.ts';
import { Direction } from './direction.ts';
import { SandboxHands } from './hands.ts';
import { knownStates, type HostStates } from './known.ts';
import { drillMarks, type DrillMark } from './marks.ts';
import { planOf, type Plan } from './plan.ts';
import { Play } from './play.ts';
import { goalsOf } from './objectives.ts';
import type { DrillsOptions, Occasion } from './options.ts';
import { Prober } from './prober.ts';
import { Reports } from './report.ts';
import { playedLab, type PlayedLab } from './record.ts';
import { DrillRows, RowLedger } from './rows.ts';
import { Runbooks } from './runbooks.ts';
import { tooLittleTime } from './time-left.ts';
import type { Playing } from './underway.ts';

export interface DrillOnPage {
	/** What will be asked for, a line each. */
	goals: string[];
	/** Shared by the goals that are met; 0 when it counts for nothing. */
	points: number;
	/** The longest it takes from the first strike. */
	minutes: number;
	/** Begun now, it would belong to a game day. */
	isGameDay: boolean;
	live: LiveDrill | null;
	/** Of the drill that is on: what this person may do in it. */
	may: Rights;
	/** Everybody aboard, where there are several. */
	crew: { name: string; role: Role }[];
	/** Whom it is offered to, as long as they have not answered. */
	offeredTo: string | null;
	/** What this person wrote down for it. */
	runbook: string;
	past: ReturnType<Reports['list']>;
}

const noDrill = (): Refusal => ({ refused: t('This lab has no drill.') });
/** After so many looks that went wrong the drill is given up: its numbers would mean nothing. */
const MOST_FAILURES = 40;

export class Drills {
	readonly #options: DrillsOptions;
	readonly #rows: DrillRows;
	readonly #playing = new Map<number, Playing>();
	readonly #under = new Set<Promise<void>>();
	readonly reports: Reports;
	/** For who is aboard of a drill. */
	readonly room: ControlRoom;
	readonly runbooks: Runbooks;
	/** For who runs a game day. */
	readonly direction: Direction;
	#timer: NodeJS.Timeout | undefined;

	constructor(options: DrillsOptions) {
		this.#options = options;
		this.#rows = new DrillRows(options.db);
		this.runbooks = new Runbooks(options.db);
		this.reports = new Reports({ ...options, rows: this.#rows });
		const part = {
			...{ rows: this.#rows, crews: options.crews },
			playing: (row: DrillRow) => this.#playingOf(row),
			end: (row: DrillRow, end: DrillEnd) => this.#end(row, end),
			tell: (row: DrillRow) => this.#tell(row),
			tellOne: (userId: number) => options.bulletin.tell(userId)
		};
		this.room = new ControlRoom({ ...part, hosts: options.hosts });
		this.direction = new Direction(part);
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
		return this.describe(userId, lab.drill, row?.endedAt === null ? row : null, lab.id);
	}

	/** The same of a drill that is on, for anybody aboard. */
	async describe(userId: number, drill: Drill, on: DrillRow | null, labId: string): Promise<DrillOnPage> {
		return {
			goals: goalsOf(drill),
			points: drill.points,
			minutes: Math.ceil(drill.limitSeconds / 60),
			isGameDay: !on && this.#options.occasion(userId, labId) !== null,
			live: on && (await this.room.live(userId, on.id, 0)),
			...(on ? this.#aboard(userId, on) : { may: rightsAlone, crew: [], offeredTo: null }),
			runbook: this.runbooks.find(userId, labId),
			past: this.reports.list(userId).filter((one) => one.labId === labId && one.end !== null)
		};
	}

	#aboard(userId: number, on: DrillRow): Pick<DrillOnPage, 'may' | 'crew' | 'offeredTo'> {
		const { crews } = this.#options;
		const people = crews.people(on);
		return {
			may: crews.seat(on, userId)?.may ?? rightsAlone,
			crew: people.length > 1 ? people.map(({ name, role }) => ({ name, role })) : [],
			offeredTo: crews.handovers.waiting(on.id)?.to ?? null
		};
	}

	/** How machines are, as far as a drill that is on lets anybody know who plays on them. */
	known(runId: number, states: HostStates): HostStates {
		const row = this.#rows.activeOn(runId);
		return row ? knownStates(this.#rows.events(row.id), states) : states;
	}

	/** What drills that are over did to machines, and when, for the recordings of these. */
	marks = (of: { runId: number; generation: number }): DrillMark[] => drillMarks(this.#rows, of);

	/** What of its lab a drill is played with. */
	playedOf = (row: DrillRow): PlayedLab => row.lab as PlayedLab;

	/** The one that is on, else the last one of this lab; null when there was none. */
	latest(userId: number, labId: string): DrillRow | null {
		return this.#rows.lastFor(userId, labId);
	}

	begin(userId: number, lab: Lab, run: Run): DrillRow | Refusal {
		const { drill } = lab;
		const not = drill ? this.#whyNot({ userId, lab, run, tasks: drill.needs }) : noDrill();
		if (!drill || not) return not ?? noDrill();
		const { id: runId, generation } = run;
		const occasion = this.#options.occasion(userId, lab.id);
		const plan = { ...planOf(drill), byHand: occasion?.byHand ?? false };
		const begun = this.#rows.begin({
			...{ userId, runId, generation, labId: lab.id, digest: lab.digest },
			...{ lab: playedLab(lab, drill), plan }
		});
		if (begun) this.#joins(begun, occasion);
		return begun ?? { refused: t('You are in a drill already. Play it to its end, or give it up first.') };
	}

	#joins(drill: DrillRow, occasion: Occasion | null): void {
		occasion?.joined(drill);
		if (occasion?.held) this.#rows.add(drill.id, { kind: 'held', at: 0 });
		this.#tell(drill);
	}

	#whyNot(asked: Parameters<DrillsOptions['undone']>[0]): Refusal | null {
		const { lab, run } = asked;
		if (run.readyAt === null || run.endedAt !== null)
			return { refused: t('Its machines are not up. Start the lab first.') };
		const undone = this.#options.undone(asked);
		return undone.length > 0
			? { refused: t('This drill can be begun when you have done: {tasks}.', { tasks: undone.join(', ') }) }
			: tooLittleTime(lab, run);
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
		this.#tell(row);
	}

	#tell(row: DrillRow): void {
		for (const { userId } of this.#options.crews.people(row)) this.#options.bulletin.tell(userId);
	}
}
