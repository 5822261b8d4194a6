/** What a task's card shows: plain values, made by the lab page. */
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
	const task = `Task ${number}, ${title}`;
	switch (state) {
		case 'done':
			return `${task}: done.`;
		case 'error':
			return `${task}: the check itself broke. This does not count against you.`;
		case 'open':
			return `${task} is open.`;
		case 'closed':
			return `${task} is closed.`;
	}
}
