/** Quizzes: answers of a form, graded here, and what a learner sees of the questions and their answers. */
import { createHmac } from 'node:crypto';
import {
	givenIn,
	gradeQuiz,
	quizView,
	rightFields,
	visibleValues,
	type Given,
	type QuizCheck,
	type QuizView,
	type Task
} from '#lib/server/labs/index.ts';
import type { Progress } from '#lib/server/progress/index.ts';
import type { Refusal } from '../refusal.ts';
import { askedOf, triesLeft, type Asking } from './answering.ts';
import { keep, type CheckResult } from './attempt.ts';

export interface QuizAnswer {
	taskId: string;
	checkId: string;
	/** Every field of the form; those that are not the quiz's are passed over. */
	fields: Iterable<[name: string, value: string]>;
}

export class Quizzes {
	readonly #progress: Progress;
	readonly #key: string;

	/** `key` is the server's secret: from it come the orders in which learners find the options. */
	constructor(progress: Progress, key: string) {
		this.#progress = progress;
		this.#key = key;
	}

	answer(asking: Asking, { taskId, checkId, fields }: QuizAnswer): CheckResult | Refusal {
		const asked = askedOf(this.#progress, asking, { taskId, checkId, type: 'quiz' });
		if ('refused' in asked) return asked;
		const { task, check, tries } = asked;
		const { userId, lab, run, values } = asking;
		const seed = this.#seed(asking, task, check);
		const given = givenIn(check.quiz, seed, fields);
		const { score, right } = gradeQuiz(check.quiz, given, { values, seed });
		const of = check.quiz.questions.length;
		const isRight = right === of;
		const verdict = {
			verdict: isRight ? ('pass' as const) : ('fail' as const),
			score: isRight ? 1 : score,
			message: isRight ? allRight(of) : `${right} of ${of} right.${triesLeft(check.attempts, tries + 1)}`,
			...{ hint: null, log: '', milliseconds: 0 }
		};
		const answer = JSON.stringify(given);
		return keep(this.#progress, { userId, run, lab, task, check, verdict, answer, trigger: 'button' });
	}

	/** Every field of its form as whoever knows it would fill it in; null when a pattern is all we know. */
	rightAnswers(asking: Asking, { task, check }: { task: Task; check: QuizCheck }) {
		return rightFields(check.quiz, { values: asking.values, seed: this.#seed(asking, task, check) });
	}

	/** Every quiz of a lab as this learner finds it, by `task/check`. */
	views(asking: Asking): Record<string, QuizView> {
		const quizzes = asking.lab.tasks.flatMap((task) =>
			task.checks.flatMap((check) => (check.type === 'quiz' && !check.hidden ? [{ task, check }] : []))
		);
		if (quizzes.length === 0) return {};
		const looks = this.#progress.looks(asking.userId, asking.lab.id, asking.run);
		const views = quizzes.map(({ task, check }) => {
			const look = looks.get(`${task.id}/${check.id}`);
			const at = { userId: asking.userId, labId: asking.lab.id, runId: asking.run?.id ?? null };
			const tries = this.#progress.tries({ ...at, task: task.id, check: check.id });
			const spent = check.attempts !== null && tries >= check.attempts;
			const isOver = spent || look?.everPassed === true;
			return [`${task.id}/${check.id}`, this.#view(asking, task, check, { look, isOver })] as const;
		});
		return Object.fromEntries(views);
	}

	#view(
		asking: Asking,
		task: Task,
		check: QuizCheck,
		{ look, isOver }: { look: { answer: string | null } | undefined; isOver: boolean }
	): QuizView {
		const { lab, values } = asking;
		return quizView(check.quiz, {
			...{ values, isOver, visible: visibleValues(lab, values), seed: this.#seed(asking, task, check) },
			given: look?.answer ? (JSON.parse(look.answer) as Given) : null
		});
	}

	/** Another order with every time somebody begins again. */
	#seed({ userId, lab }: Asking, task: Task, check: QuizCheck): string {
		const round = this.#progress.round(userId, lab.id);
		const whose = [`quiz|${userId}|${lab.id}|${task.id}|${check.id}`, ...(round > 0 ? [round] : [])].join(
			'|'
		);
		return createHmac('sha256', this.#key).update(whose).digest('hex');
	}
}

const allRight = (of: number) => (of === 1 ? 'That is right.' : `All ${of} right.`);
