/** What the lab page shows, out of what the rooms know. Only what the learner may see comes this way. */
import type { HintLine, TaskState } from '#lib/components/task.ts';
import type { RenderedGuide, Segment } from '#lib/guides/segments.ts';
import type { Run } from '#lib/server/db/index.ts';
import type { Hint, Lab, LearnerView, TaskView } from '#lib/server/labs/index.ts';
import type { TaskStanding } from '#lib/server/progress/index.ts';

type Rooms = Pick<App.Locals, 'labs' | 'runs' | 'progress' | 'config'>;

export interface TaskOnPage extends Omit<TaskView, 'checks' | 'hints' | 'needs'> {
	number: number;
	state: TaskState;
	/** Done in an earlier run, or before the last reset. */
	doneBefore: boolean;
	earned: number;
	/** Titles of the tasks that must be done first. */
	needs: string[];
	checks: (TaskView['checks'][0] & { state: TaskStanding['checks'][0]['state']; message: string; tries: number })[];
	hints: HintLine[];
}

export interface RunOnPage {
	id: number;
	generation: number;
	state: 'starting' | 'ready' | 'ended';
	/** It ended before its machines were ready. */
	failed: boolean;
	/** Moments in milliseconds since 1970. */
	deadline: number;
	idleEnd: number;
	lastEnd: number;
	steps: { text: string; detail: string | null }[];
	endReason: string | null;
}

export function runOnPage(run: Run, runs: Rooms['runs']): RunOnPage {
	return {
		id: run.id,
		generation: run.generation,
		state: run.endedAt ? 'ended' : run.readyAt ? 'ready' : 'starting',
		failed: run.endedAt !== null && run.readyAt === null,
		deadline: run.deadline.getTime(),
		idleEnd: runs.idleEnd(run).getTime(),
		lastEnd: runs.lastEnd(run).getTime(),
		steps: runs.steps(run),
		endReason: run.endReason
	};
}

export interface Standing {
	tasks: TaskStanding[];
	doneBefore: Set<string>;
	hintsTaken: Map<string, Set<number>>;
	/** When the run began; null before. */
	startedAt: Date | null;
	now: Date;
}

export function tasksOnPage(lab: Lab, view: LearnerView, standing: Standing): TaskOnPage[] {
	return view.tasks.map((task, index) => {
		const stand = standing.tasks.find(({ id }) => id === task.id);
		const checks = task.checks.map((check) => {
			const seen = stand?.checks.find(({ id }) => id === check.id);
			return { ...check, state: seen?.state ?? 'untried', message: seen?.message ?? '', tries: seen?.tries ?? 0 } as const;
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
			hints: hintsOnPage(lab.tasks[index]?.hints ?? [], standing.hintsTaken.get(task.id), standing)
		};
	});
}

function hintsOnPage(hints: Hint[], taken: Set<number> | undefined, { startedAt, now }: Standing): HintLine[] {
	const passed = startedAt ? (now.getTime() - startedAt.getTime()) / 1000 : 0;
	return hints.map(({ text, cost, afterSeconds }, position) => ({
		text: taken?.has(position) ? text : null,
		cost,
		opensInSeconds: Math.max(0, Math.ceil(afterSeconds - passed))
	}));
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
