/** What a task's card shows: plain values, made by the lab page. */
import { t } from '#lib/words/index.ts';

export interface CheckLine {
	id: string;
	title: string;
	points: number;
	state: 'untried' | 'pass' | 'fail' | 'error';
	/** The checker's last sentence; empty when it has not looked. */
	message: string;
}

export interface HintLine {
	/** Null until it is taken. */
	text: string | null;
	/** Points that taking it costs. */
	cost: number;
	/** Seconds until it can be taken; 0 for now. */
	opensInSeconds: number;
}

export type TaskState = 'closed' | 'open' | 'done' | 'error';

/** "The check passed", said when a task's state changes while somebody looks on. */
export function announcement(number: number, title: string, state: TaskState): string {
	const task = { number, title };
	switch (state) {
		case 'done':
			return t('Task {number}, {title}: done.', task);
		case 'error':
			return t('Task {number}, {title}: the check itself broke. This does not count against you.', task);
		case 'open':
			return t('Task {number}, {title} is open.', task);
		case 'closed':
			return t('Task {number}, {title} is closed.', task);
	}
}
