/** How many sandboxes, and for how long: the arithmetic of what the operator allows. */
import type { Run } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import type { Refusal } from '../refusal.ts';
import { t } from '#lib/words/index.ts';

export interface Limits {
	/** Sandboxes at the same time, in all and of one learner. */
	total: number;
	perLearner: number;
	/** Of one run: at first, and with every extension. */
	minutes: number;
	minutesMax: number;
	/** Without a key or a click. */
	idleMinutes: number;
	/** How long the disks of machines are kept that were stopped for time; not at all when not said. */
	keepHours?: number;
}

const EXTENSION_MINUTES = 30;
const MINUTE = 60_000;

/** Half as much again as the author thinks it takes, within the operator's bounds. */
export const firstDeadline = (lab: Lab, { minutes, minutesMax }: Limits) =>
	new Date(Date.now() + Math.min(Math.max(minutes, Math.ceil(lab.minutes * 1.5)), minutesMax) * MINUTE);

/** When it will be stopped for want of a sign of life. */
export const idleEnd = (run: Run, { idleMinutes }: Limits) =>
	new Date(run.lastSeenAt.getTime() + idleMinutes * MINUTE);

/** When no extension can carry it any further. */
export const lastEnd = (run: Run, { minutesMax }: Limits) =>
	new Date(run.startedAt.getTime() + minutesMax * MINUTE);

/** Half an hour more, as far as that goes. */
export function extended(run: Run, limits: Limits): Date | Refusal {
	const wanted = Math.max(run.deadline.getTime(), Date.now()) + EXTENSION_MINUTES * MINUTE;
	const deadline = new Date(Math.min(wanted, lastEnd(run, limits).getTime()));
	if (deadline > run.deadline) return deadline;
	return {
		refused: t('A lab can run for {minutes} minutes at most, and this one will have.', {
			minutes: limits.minutesMax
		})
	};
}

export const tooMany = (titles: string[]) =>
	t(
		'You have {n} lab running ({titles}), which is as many as you may. Stop one first.|You have {n} labs running ({titles}), which is as many as you may. Stop one first.',
		{ n: titles.length, titles: titles.join(', ') }
	);
