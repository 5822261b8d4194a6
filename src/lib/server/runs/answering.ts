/** Answers and hints: what a learner types or takes, judged here on the server without any machine. */
import type { Verdict } from '#lib/server/checks/index.ts';
import type { Run } from '#lib/server/db/index.ts';
import {
	isRightAnswer,
	LONGEST_ANSWER,
	type AnswerCheck,
	type Lab,
	type QuizCheck,
	type Task,
	type Values
} from '#lib/server/labs/index.ts';
import type { Progress } from '#lib/server/progress/index.ts';
import type { Refusal } from '../refusal.ts';
import { t } from '#lib/words/index.ts';
import { keep, openTask, type CheckResult } from './attempt.ts';

export interface Answer {
	taskId: string;
	checkId: string;
	text: string;
}

/** Who is at which lab. */
export interface Asking {
	userId: number;
	lab: Lab;
	/** Null for a lab without machines, or when none are on. */
	run: Run | null;
	values: Values;
}

export function answerCheck(progress: Progress, asking: Asking, answer: Answer): CheckResult | Refusal {
	const asked = askedOf(progress, asking, { ...answer, type: 'answer' });
	if ('refused' in asked) return asked;
	const { task, check, tries } = asked;
	const { userId, lab, run, values } = asking;
	const verdict = judge(check, answer.text, values, tries + 1);
	const text = answer.text.slice(0, LONGEST_ANSWER);
	return keep(progress, { userId, run, lab, task, check, verdict, answer: text, trigger: 'button' });
}

interface Kinds {
	answer: AnswerCheck;
	quiz: QuizCheck;
}

interface Asked<T extends keyof Kinds> {
	task: Task;
	check: Kinds[T];
	/** How often it was answered before. */
	tries: number;
}

/** The question that is answered, if this learner may answer it now. */
export function askedOf<T extends keyof Kinds>(
	progress: Progress,
	{ userId, lab, run }: Asking,
	at: { taskId: string; checkId: string; type: T }
): Asked<T> | Refusal {
	if (!run && lab.hosts.length > 0)
		return { refused: t('Start the lab first: the answer is on its machines.') };
	const task = openTask(progress, { userId, lab, taskId: at.taskId, run });
	if ('refused' in task) return task;
	const check = task.checks.find(({ id, type }) => id === at.checkId && type === at.type);
	if (!check) return { refused: t('This task asks no such question.') };
	const asked = {
		task,
		check: check as Kinds[T],
		tries: progress.tries({ userId, labId: lab.id, runId: run?.id ?? null, task: task.id, check: check.id })
	};
	const { attempts } = asked.check;
	return attempts === null || asked.tries < attempts ? asked : spent(attempts, run);
}

function spent(attempts: number, run: Run | null): Refusal {
	return {
		refused: run
			? t(
					'You have used your one try at this question. Start the lab again for new ones.|You have used all {n} tries at this question. Start the lab again for new ones.',
					{ n: attempts }
				)
			: t(
					'You have used your one try at this question. Start again for new ones.|You have used all {n} tries at this question. Start again for new ones.',
					{ n: attempts }
				)
	};
}

/** ` One try left.`: to end a sentence with that is kept, in English; nothing where tries are not counted. */
export function triesLeft(attempts: number | null, tries: number): string {
	if (attempts === null) return '';
	return attempts - tries === 1 ? ' One try left.' : ` ${attempts - tries} tries left.`;
}

function judge(check: AnswerCheck, text: string, values: Values, tries: number): Verdict {
	const right = isRightAnswer(check, text, values);
	return {
		verdict: right ? 'pass' : 'fail',
		score: right ? 1 : 0,
		message: right ? 'That is right.' : `That is not it.${triesLeft(check.attempts, tries)}`,
		hint: null,
		log: '',
		milliseconds: 0
	};
}

/** The next hint of a task, in order; each counts once. `startedAt` is null before the first run. */
export function takeHint(
	progress: Progress,
	{ userId, lab }: Pick<Asking, 'userId' | 'lab'>,
	{ taskId, position, startedAt }: { taskId: string; position: number; startedAt: Date | null }
): Refusal | null {
	const hint = lab.tasks.find(({ id }) => id === taskId)?.hints[position];
	if (!hint) return { refused: t('There is no such hint.') };
	const taken = progress.hints(userId, lab.id).get(taskId)?.size ?? 0;
	if (position > taken) return { refused: t('Take the hints one after the other.') };
	const opens = (startedAt?.getTime() ?? Date.now()) + hint.afterSeconds * 1000;
	if (opens > Date.now())
		return {
			refused: t('This hint opens in {minutes} minutes.', {
				minutes: Math.ceil((opens - Date.now()) / 60_000)
			})
		};
	progress.takeHint({ userId, labId: lab.id, task: taskId, hint: position });
	return null;
}

/** As a reset is where there are machines; what was done before stays done in the catalogue. */
export function beginAgain(
	progress: Progress,
	{ userId, lab }: Pick<Asking, 'userId' | 'lab'>
): Refusal | null {
	if (lab.hosts.length > 0) return { refused: t('This lab has machines: start it again for new tries.') };
	const round = progress.round(userId, lab.id);
	const isSpent = lab.tasks.some((task) =>
		task.checks.some((check) => {
			if (check.type === 'script' || check.attempts === null) return false;
			const look = progress.looks(userId, lab.id, null).get(`${task.id}/${check.id}`);
			return look !== undefined && !look.everPassed && look.tries >= check.attempts;
		})
	);
	if (!isSpent) return { refused: t('There are tries left: nothing has to begin again.') };
	progress.beginAgain(userId, lab.id, round);
	return null;
}
