/** Grading a task of a run: which checks may be asked now, what they saw, and the row of it. */
import { runCheck, type Verdict } from '#lib/server/checks/index.ts';
import type { Run } from '#lib/server/db/index.ts';
import {
	isRightAnswer,
	type AnswerCheck,
	type Lab,
	type ScriptCheck,
	type Task,
	type Values
} from '#lib/server/labs/index.ts';
import type { Progress } from '#lib/server/progress/index.ts';
import type { Refusal } from '../refusal.ts';
import type { Sandbox } from '#lib/server/sandbox/index.ts';

export interface CheckResult {
	check: string;
	verdict: 'pass' | 'fail' | 'error';
	message: string;
}

export interface Answer {
	taskId: string;
	checkId: string;
	text: string;
}

export interface GradingOptions {
	progress: Progress;
	sandbox: (run: Run) => Promise<Sandbox | null>;
}

export class Grading {
	readonly #progress: Progress;
	readonly #sandbox: GradingOptions['sandbox'];

	constructor({ progress, sandbox }: GradingOptions) {
		this.#progress = progress;
		this.#sandbox = sandbox;
	}

	async check(request: {
		run: Run;
		lab: Lab;
		taskId: string;
		values: Values;
	}): Promise<CheckResult[] | Refusal> {
		const { run, lab, taskId, values } = request;
		const task = this.#openTask(run.userId, lab, taskId, run);
		if ('refused' in task) return task;
		if (run.readyAt === null)
			return { refused: 'The lab is still starting. Check again when the terminal is there.' };
		const sandbox = await this.#sandbox(run);
		if (!sandbox) return { refused: 'The machines of this lab are not running any more. Start it again.' };

		const scripts = task.checks.filter((check) => check.type === 'script');
		return Promise.all(
			scripts.map(async (check) => {
				const tries = this.#progress.tries(run.userId, run.id, task.id, check.id);
				const verdict = await runCheck(sandbox, {
					lab,
					task,
					check,
					tries,
					params: values,
					trigger: 'button',
					startedAt: run.startedAt
				});
				return this.#record({ userId: run.userId, run, lab, task, check, verdict, answer: null });
			})
		).then((results) => results.filter(({ check }) => !task.checks.find(({ id }) => id === check)?.hidden));
	}

	answer(request: {
		userId: number;
		lab: Lab;
		answer: Answer;
		run: Run | null;
		values: Values;
	}): CheckResult | Refusal {
		const { userId, lab, answer, run, values } = request;
		if (!run && lab.hosts.length > 0)
			return { refused: 'Start the lab first: the answer is on its machines.' };
		const task = this.#openTask(userId, lab, answer.taskId, run);
		if ('refused' in task) return task;
		const check = task.checks.find((check) => check.id === answer.checkId);
		if (check?.type !== 'answer') return { refused: 'This task asks no such question.' };

		const tries = this.#progress.tries(userId, run?.id ?? null, task.id, check.id);
		if (check.attempts !== null && tries >= check.attempts) {
			return {
				refused: `You have used all ${check.attempts} tries at this question. Start the lab again for new ones.`
			};
		}
		const verdict = judge(check, answer.text, values, tries + 1);
		return this.#record({ userId, run, lab, task, check, verdict, answer: answer.text });
	}

	takeHint(request: {
		userId: number;
		lab: Lab;
		taskId: string;
		position: number;
		startedAt: Date | null;
	}): Refusal | null {
		const { userId, lab, taskId, position, startedAt } = request;
		const hint = lab.tasks.find(({ id }) => id === taskId)?.hints[position];
		if (!hint) return { refused: 'There is no such hint.' };
		const taken = this.#progress.hints(userId, lab.id).get(taskId)?.size ?? 0;
		if (position > taken) return { refused: 'Take the hints one after the other.' };
		const opens = (startedAt?.getTime() ?? Date.now()) + hint.afterSeconds * 1000;
		if (opens > Date.now())
			return { refused: `This hint opens in ${Math.ceil((opens - Date.now()) / 60_000)} minutes.` };
		this.#progress.takeHint({ userId, labId: lab.id, task: taskId, hint: position });
		return null;
	}

	#openTask(userId: number, lab: Lab, taskId: string, run: Run | null): Task | Refusal {
		const task = lab.tasks.find(({ id }) => id === taskId);
		if (!task) return { refused: 'There is no such task in this lab.' };
		const state = this.#progress.standing(userId, lab, run).find(({ id }) => id === taskId)?.state;
		if (state !== 'closed') return task;
		const names = task.needs.map((need) => lab.tasks.find(({ id }) => id === need)?.title ?? need);
		return { refused: `This task opens when you have done: ${names.join(', ')}.` };
	}

	#record(seen: {
		userId: number;
		run: Run | null;
		lab: Lab;
		task: Task;
		check: ScriptCheck | AnswerCheck;
		verdict: Verdict;
		answer: string | null;
	}): CheckResult {
		const { userId, run, lab, task, check, verdict, answer } = seen;
		this.#progress.record({
			...{ userId, labId: lab.id, task: task.id, check: check.id, answer: answer?.slice(0, 500) ?? null },
			runId: run?.id ?? null,
			generation: run?.generation ?? 0,
			digest: run?.digest ?? lab.digest,
			verdict: verdict.verdict,
			score: verdict.score,
			message: verdict.hint ? `${verdict.message} ${verdict.hint}` : verdict.message,
			log: verdict.log,
			milliseconds: verdict.milliseconds,
			trigger: 'button'
		});
		return { check: check.id, verdict: verdict.verdict, message: verdict.message };
	}
}

function judge(check: AnswerCheck, text: string, values: Values, tries: number): Verdict {
	const right = isRightAnswer(check, text, values);
	const left = check.attempts === null ? null : check.attempts - tries;
	const message = right
		? 'That is right.'
		: `That is not it.${left === null ? '' : left === 1 ? ' One try left.' : ` ${left} tries left.`}`;
	return {
		verdict: right ? 'pass' : 'fail',
		score: right ? 1 : 0,
		message,
		hint: null,
		log: '',
		milliseconds: 0
	};
}
