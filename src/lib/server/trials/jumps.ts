/**
 * Jumps: who tries a lab goes to any task of it. What is before it is done for them, by the solutions
 * that `lab test` proves, and looked at by the checks as if they had done it themselves: so what the
 * page shows is true.
 */
import type { Bulletin } from '../bulletin.ts';
import type { Lab, Task } from '#lib/server/labs/index.ts';
import type { Log } from '../log.ts';
import type { Progress } from '#lib/server/progress/index.ts';
import type { Refusal } from '../refusal.ts';
import type { Runs } from '#lib/server/runs/index.ts';
import { t } from '#lib/words/index.ts';
import { Leap } from './leap.ts';

export interface JumpsOptions {
	runs: Pick<
		Runs,
		| 'current'
		| 'start'
		| 'reset'
		| 'check'
		| 'handIn'
		| 'hasHandIn'
		| 'answer'
		| 'answerQuiz'
		| 'rightAnswers'
		| 'wait'
		| 'sandbox'
		| 'values'
		| 'touch'
		| 'last'
	>;
	progress: Pick<Progress, 'standing' | 'round' | 'beginAgain'>;
	bulletin: Bulletin;
	log: Log;
}

/** How a jump goes, for the page. */
export interface JumpView {
	/** Title of the task it leads to. */
	to: string;
	/** What is done just now; null when it is over. */
	doing: string | null;
	/** Why it did not get there; null while all is well. */
	problem: string | null;
}

export class Jumps {
	readonly #options: JumpsOptions;
	readonly #leaps = new Map<string, JumpView>();

	constructor(options: JumpsOptions) {
		this.#options = options;
	}

	/** How the last jump in this lab went; null when there was none since it began. */
	view = (userId: number, labId: string): JumpView | null => this.#leaps.get(`${userId}/${labId}`) ?? null;

	/** It goes on by itself; the page follows. */
	start(userId: number, lab: Lab, taskId: string): Refusal | null {
		const task = lab.tasks.find(({ id }) => id === taskId);
		if (!task) return { refused: t('There is no such task in this lab.') };
		if (this.view(userId, lab.id)?.doing)
			return { refused: t('A jump is under way already. Wait until it is there, or stop the lab.') };
		const begun = this.#begin(userId, lab);
		if (begun) return begun;
		void this.#leap(userId, lab, task);
		return null;
	}

	/** Nothing of it is left: the trial is over. */
	forget(userId: number, labId: string): void {
		this.#leaps.delete(`${userId}/${labId}`);
	}

	/** Whatever is under way ends at its next step. */
	close(): void {
		this.#leaps.clear();
	}

	#begin(userId: number, lab: Lab): Refusal | null {
		if (lab.hosts.length === 0 || this.#options.runs.current(userId, lab.id)) return null;
		const run = this.#options.runs.start(userId, lab);
		return 'refused' in run ? run : null;
	}

	/** Never throws. */
	async #leap(userId: number, lab: Lab, task: Task): Promise<void> {
		const view: JumpView = { to: task.title, doing: t('Waiting for the machines.'), problem: null };
		const key = `${userId}/${lab.id}`;
		this.#leaps.set(key, view);
		const tell = (doing: string | null) => {
			view.doing = doing;
			this.#options.bulletin.tell(userId);
		};
		const wanted = () => this.#leaps.get(key) === view;
		try {
			view.problem = await new Leap(this.#options, { userId, lab, wanted, tell }).to(task);
		} catch (error) {
			this.#options.log.warn({ error, lab: lab.id, task: task.id }, 'a jump broke off');
			view.problem = t('The machines did not let the solution through: {why}', {
				why: (error as Error).message
			});
		}
		tell(null);
	}
}
