/** From what was seen to the row of it, and what the person who asked is told. */
import type { Verdict } from '#lib/server/checks/index.ts';
import type { Attempt, Run } from '#lib/server/db/index.ts';
import type { Check, Lab, Task } from '#lib/server/labs/index.ts';
import type { Progress } from '#lib/server/progress/index.ts';
import type { Refusal } from '../refusal.ts';
import { t } from '#lib/words/index.ts';

export interface CheckResult {
	check: string;
	verdict: 'pass' | 'fail' | 'error';
	message: string;
}

export interface Seen {
	userId: number;
	/** Null for a lab without machines. */
	run: Run | null;
	lab: Lab;
	task: Task;
	check: Check;
	verdict: Verdict;
	answer: string | null;
	trigger: Attempt['trigger'];
}

export function keep(progress: Progress, seen: Seen): CheckResult {
	const { userId, run, lab, task, check, verdict, answer, trigger } = seen;
	progress.record({
		...{ userId, labId: lab.id, task: task.id, check: check.id, answer, trigger },
		runId: run?.id ?? null,
		generation: run?.generation ?? progress.round(userId, lab.id),
		digest: run?.digest ?? lab.digest,
		verdict: verdict.verdict,
		score: verdict.score,
		message: sentence(verdict),
		log: verdict.log,
		trace: traceOf(verdict),
		milliseconds: verdict.milliseconds
	});
	return { check: check.id, verdict: verdict.verdict, message: verdict.message };
}

const MOST_RECORDS = 20;
const LONGEST_RECORD = 500;

/** Bounded: a script may report a great deal. */
function traceOf({ trace }: Verdict): Attempt['trace'] {
	if (!trace) return null;
	const records = trace.records.slice(0, MOST_RECORDS);
	return {
		exit: trace.exit,
		records: records.map(({ verb, text }) => ({ verb, text: text.slice(0, LONGEST_RECORD) }))
	};
}

/** What the learner reads. */
export const sentence = ({ message, hint }: Verdict) => (hint ? `${message} ${hint}` : message);

/** The task, if it is there and open to this learner on these machines. */
export function openTask(
	progress: Progress,
	at: { userId: number; lab: Lab; taskId: string; run: Run | null }
) {
	const { userId, lab, taskId, run } = at;
	const task = lab.tasks.find(({ id }) => id === taskId);
	if (!task) return { refused: t('There is no such task in this lab.') } satisfies Refusal;
	const state = progress.standing(userId, lab, run).find(({ id }) => id === taskId)?.state;
	if (state !== 'closed') return task;
	const names = task.needs.map((need) => lab.tasks.find(({ id }) => id === need)?.title ?? need);
	return {
		refused: t('This task opens when you have done: {tasks}.', { tasks: names.join(', ') })
	} satisfies Refusal;
}
