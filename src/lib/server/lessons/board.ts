/** The live board of a class: who is where, for how long nothing has moved, and on which check. */
import type { Db, Run } from '#lib/server/db/index.ts';
import { fillIn, type Lab, type Task, type Values } from '#lib/server/labs/index.ts';
import { scoreOf, standing } from '#lib/server/progress/index.ts';
import { stuckAt } from './help.ts';
import { hintsIn } from './hints.ts';
import { desksOf, membersOf, type Desk, type Member } from './work.ts';

export interface Seat extends Member {
	/** `working`: on machines that are up, or in a lab without. `away`: nothing is on. */
	state: 'working' | 'starting' | 'waiting' | 'away';
	/** Null when nothing is on, and in a lab without machines. */
	runId: number | null;
	lab: { id: string; title: string } | null;
	/** How many tasks are done, and of how many. */
	done: number;
	tasks: number;
	/** Title of the task they are at; null when all are done. */
	task: string | null;
	/** What does not hold there, as its checker said it; null when nothing was looked at. */
	stuck: { check: string; message: string } | null;
	/** The last time something was reached, or the beginning. */
	movedAt: Date | null;
	lastSeenAt: Date | null;
	/** In the lab they are at, less the price of hints. */
	points: number;
	of: number;
}

export interface BoardOptions {
	db: Db;
	/** The lab as a run began with it. */
	labOf: (run: Run) => Lab | null;
	labs: { lab(id: string): Lab | null };
	/** What a learner's parameters are in a lab: they may stand in titles. */
	values: (userId: number, lab: Lab) => Values;
}

/** Who did something in a lab without machines so long ago is not at it any more. */
const LATELY_MILLISECONDS = 2 * 3_600_000;
const MESSAGE_MAX = 240;

/** Everybody in a class; those for whom nothing has moved for longest first, who is away last. */
export function board(options: BoardOptions, classId: number, now = new Date()): Seat[] {
	const { db } = options;
	const desks = desksOf(db, classId, new Date(now.getTime() - LATELY_MILLISECONDS));
	const hints = hintsIn(db, classId);
	return membersOf(db, classId)
		.map((member) => {
			const desk = desks.get(member.userId);
			const lab = desk && (desk.run ? options.labOf(desk.run) : options.labs.lab(desk.labId));
			if (!desk || !lab) return { ...member, ...AWAY };
			const seat = seatOf(desk, lab, hints.get(`${member.userId}/${lab.id}`) ?? new Map());
			return { ...member, ...withTitles(seat, () => options.values(member.userId, lab)) };
		})
		.toSorted((one, other) => order(one) - order(other));
}

const AWAY = {
	...{ state: 'away' as const, runId: null, lab: null, done: 0, tasks: 0, task: null, stuck: null },
	...{ movedAt: null, lastSeenAt: null, points: 0, of: 0 }
};

const order = ({ state, movedAt, done, tasks }: Seat) =>
	state === 'away' ? Infinity : (movedAt?.getTime() ?? 0) + (tasks > 0 && done === tasks ? 1e15 : 0);

function seatOf(desk: Desk, lab: Lab, hints: Map<string, Set<number>>): Omit<Seat, keyof Member> {
	const tasks = standing(lab, desk.found);
	const { task, check, message } = stuckAt(tasks);
	const about = lab.tasks.find(({ id }) => id === task);
	const { points, of } = scoreOf(lab, desk.found, { hints, handedIn: null }).total;
	return {
		state: stateOf(desk.run),
		runId: desk.run?.id ?? null,
		lab: { id: lab.id, title: lab.title },
		done: tasks.filter(({ state }) => state === 'done').length,
		tasks: tasks.length,
		task: about?.title ?? null,
		stuck: check === null ? null : { check: titleIn(about, check), message: message.slice(0, MESSAGE_MAX) },
		movedAt: movedAt(desk),
		lastSeenAt: desk.lastSeenAt,
		...{ points, of }
	};
}

/** Most titles have no parameter in them, and nobody's are drawn for those. */
function withTitles(seat: Omit<Seat, keyof Member>, values: () => Values): Omit<Seat, keyof Member> {
	const { task, stuck } = seat;
	if (![task, stuck?.check].some((title) => title?.includes('{{'))) return seat;
	const drawn = values();
	const check = stuck && { ...stuck, check: fillIn(stuck.check, drawn) };
	return { ...seat, task: task && fillIn(task, drawn), stuck: check };
}

const titleIn = (task: Task | undefined, check: string) =>
	task?.checks.find(({ id }) => id === check)?.title ?? check;

function stateOf(run: Run | null): Seat['state'] {
	if (run?.waitingSince) return 'waiting';
	return run && !run.readyAt ? 'starting' : 'working';
}

function movedAt({ run, found, lastSeenAt }: Desk): Date {
	const reached = found.map(({ passedAt }) => passedAt?.getTime() ?? 0);
	const began = run ? (run.readyAt ?? run.startedAt).getTime() : 0;
	const last = Math.max(began, ...reached);
	return last === 0 ? lastSeenAt : new Date(last);
}
