/** What the lab page shows, out of what the rooms know. Only what the learner may see comes this way. */
import type { HintLine, TaskState } from '#lib/components/task.ts';
import type { HostState } from '#lib/components/topology.ts';
import type { RenderedGuide, Segment } from '#lib/guides/segments.ts';
import type { Run } from '#lib/server/db/index.ts';
import type { Hint, Lab, LearnerView, TaskView } from '#lib/server/labs/index.ts';
import type { Place } from '#lib/server/runs/index.ts';
import type { LabScore, TaskStanding } from '#lib/server/progress/index.ts';
import { told } from '#lib/words/index.ts';
import { toldReason } from './reasons.ts';

type Rooms = Pick<App.Locals, 'labs' | 'runs' | 'progress' | 'guides' | 'drills'>;

export interface TaskOnPage extends Omit<TaskView, 'checks' | 'hints' | 'needs'> {
	number: number;
	state: TaskState;
	/** Done in an earlier run, or before the last reset. */
	doneBefore: boolean;
	earned: number;
	/** Titles of the tasks that must be done first. */
	needs: string[];
	/** What has happened to the machines when it opened; null when nothing is told. */
	incident: string | null;
	checks: (TaskView['checks'][0] & {
		state: TaskStanding['checks'][0]['state'];
		message: string;
		tries: number;
	})[];
	hints: HintLine[];
}

export interface RunOnPage {
	id: number;
	generation: number;
	state: 'waiting' | 'starting' | 'ready' | 'ended';
	/** In line for machines: how many are before, and when the turn comes (milliseconds since 1970, null when nobody knows). */
	place: { before: number; turn: number | null } | null;
	/** It ended before its machines were ready. */
	failed: boolean;
	/** Moments in milliseconds since 1970. */
	deadline: number;
	idleEnd: number;
	lastEnd: number;
	steps: { text: string; detail: string | null }[];
	endReason: string | null;
	/** Until when its files are kept, in milliseconds since 1970; null when they are not. */
	keptUntil: number | null;
	/** What befell its machines just now. */
	notice: string | null;
	/** How each host is; null when there are none. */
	hosts: Record<string, HostState> | null;
}

export function runOnPage(run: Run, { runs, drills }: Pick<Rooms, 'runs' | 'drills'>): RunOnPage {
	return {
		id: run.id,
		generation: run.generation,
		state: stateOf(run),
		place: placeOnPage(runs.capacity.place(run)),
		failed: run.endedAt !== null && run.readyAt === null,
		deadline: run.deadline.getTime(),
		idleEnd: runs.idleEnd(run).getTime(),
		lastEnd: runs.lastEnd(run).getTime(),
		steps: runs.steps(run),
		endReason: run.endReason && toldReason(run.endReason),
		keptUntil: run.endedAt && run.keptUntil && run.keptUntil > new Date() ? run.keptUntil.getTime() : null,
		notice: runs.notice(run),
		hosts: run.endedAt || run.waitingSince ? null : drills.known(run.id, runs.hosts(run))
	};
}

function stateOf({ endedAt, readyAt, waitingSince }: Run): RunOnPage['state'] {
	if (endedAt) return 'ended';
	if (waitingSince) return 'waiting';
	return readyAt ? 'ready' : 'starting';
}

const placeOnPage = (place: Place | null) =>
	place && { before: place.before, turn: place.turn?.getTime() ?? null };

/** Everything of a lab that depends on what the learner has done. */
export async function workOnPage(
	{ runs, progress, guides }: Pick<Rooms, 'runs' | 'progress' | 'guides'>,
	{ userId, lab, run, now }: { userId: number; lab: Lab; run: Run | null; now: Date }
) {
	const values = runs.values(userId, lab);
	const view = guides.view(lab, values);
	const tasks = tasksOnPage(lab, view, {
		tasks: progress.standing(userId, lab, run),
		doneBefore: progress.doneTasksOf(userId, lab),
		hintsTaken: progress.hints(userId, lab.id),
		startedAt: run?.startedAt ?? null,
		told: run ? runs.faults.told(run, lab) : {},
		asked: (task, check) => progress.tries({ userId, labId: lab.id, runId: run?.id ?? null, task, check }),
		now
	});
	const done = (id: string) =>
		tasks.some((task) => task.id === id && (task.state === 'done' || task.doneBefore));
	return {
		lab: view,
		guide: guideOnPage(await guides.render(lab, values), done),
		tasks,
		quizzes: runs.quizzes(userId, lab, run),
		score: scoreOnPage(progress.score(userId, lab, run), runs.hasHandIn(lab), tasks)
	};
}

export interface Standing {
	tasks: TaskStanding[];
	doneBefore: Set<string>;
	hintsTaken: Map<string, Set<number>>;
	/** By task, what learners are told of what has happened. */
	told: Record<string, { text: string }>;
	/** When the run began; null before. */
	startedAt: Date | null;
	/** How often a check was asked as its bound counts it: a reset gives no new tries. */
	asked: (task: string, check: string) => number;
	now: Date;
}

export function tasksOnPage(lab: Lab, view: LearnerView, standing: Standing): TaskOnPage[] {
	return view.tasks.map((task, index) => {
		const stand = standing.tasks.find(({ id }) => id === task.id);
		const checks = task.checks.map((check) => {
			const seen = stand?.checks.find(({ id }) => id === check.id);
			return {
				...check,
				state: seen?.state ?? 'untried',
				message: seen ? told(seen.message) : '',
				tries: check.attempts === null ? (seen?.tries ?? 0) : standing.asked(task.id, check.id)
			} as const;
		});
		const state = stand?.state ?? 'open';
		return {
			...task,
			number: index + 1,
			state: state === 'open' && checks.some(({ state }) => state === 'error') ? 'error' : state,
			doneBefore: standing.doneBefore.has(task.id),
			earned: Math.round((stand?.earned ?? 0) * 10) / 10,
			needs: task.needs.map((need) => view.tasks.find(({ id }) => id === need)?.title ?? need),
			checks,
			incident: incidentOf(task.id, standing),
			hints: hintsOnPage(lab.tasks[index]?.hints ?? [], standing.hintsTaken.get(task.id), standing)
		};
	});
}

const incidentOf = (task: string, { told }: Standing) => told[task]?.text ?? null;

function hintsOnPage(
	hints: Hint[],
	taken: Set<number> | undefined,
	{ startedAt, now }: Standing
): HintLine[] {
	const passed = startedAt ? (now.getTime() - startedAt.getTime()) / 1000 : 0;
	return hints.map(({ text, cost, afterSeconds }, position) => ({
		text: taken?.has(position) ? text : null,
		cost,
		opensInSeconds: Math.max(0, Math.ceil(afterSeconds - passed))
	}));
}

export interface ScoreOnPage {
	points: number;
	of: number;
	/** Points that hints have cost; they are taken off already. */
	hints: number;
	/** Of the checks that are not named: how many hold. Null until that may be told. */
	hidden: { passed: number; of: number } | null;
	/** Milliseconds since 1970 of the last hand-in; null before. */
	handedIn: number | null;
	/** The lab has checks that wait until it is handed in. */
	canHandIn: boolean;
}

/** Hidden checks count, but are told only at the end: when the work is handed in, or all is done. */
export function scoreOnPage(score: LabScore, canHandIn: boolean, tasks: TaskOnPage[]): ScoreOnPage {
	const isOver = canHandIn
		? score.handedIn !== null
		: tasks.length > 0 && tasks.every(({ state }) => state === 'done');
	return {
		...(isOver ? score.total : score.shown),
		hints: score.hints,
		hidden: isOver && score.hidden.of > 0 ? score.hidden : null,
		handedIn: score.handedIn?.getTime() ?? null,
		canHandIn
	};
}

/** Solutions of tasks that are not done stay on the server. */
export function guideOnPage(guide: RenderedGuide, done: (task: string) => boolean): RenderedGuide {
	const open = (segments: Segment[]): Segment[] =>
		segments.flatMap((segment): Segment[] => {
			if (segment.type === 'solution' && !done(segment.task)) return [];
			return 'segments' in segment ? [{ ...segment, segments: open(segment.segments) }] : [segment];
		});
	return guide.map((page) => ({ ...page, segments: open(page.segments) }));
}

/** The lab after this one in its course. */
export function nextInCourse(lab: Lab, labs: Rooms['labs']) {
	const all = labs.course(lab.courseId)?.modules.flatMap((module) => module.labs) ?? [];
	const next = all[all.findIndex(({ id }) => id === lab.id) + 1];
	return next ? { title: next.title, href: `/labs/${next.id}`, minutes: next.minutes } : null;
}
