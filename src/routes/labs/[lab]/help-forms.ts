/** Help on the lab page: to ask for it, to say more, to do without; and how far it is. */
import type { Run } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import type { Asked } from '#lib/server/lessons/index.ts';
import { answer, field, here, onRun } from './forms.ts';
import type { RequestEvent } from './$types';

const ANSWERS_LAST_MILLISECONDS = 30 * 60_000;

/** Null for who has nobody to ask. */
export function helpOnPage(
	{ lessons }: Pick<App.Locals, 'lessons'>,
	{ userId, lab, run }: { userId: number; lab: Lab; run: Run | null }
) {
	const [open, to] = [lessons.help.open(userId), lessons.help.classFor(userId, lab)];
	const last = open ? null : answeredLately(lessons, userId, lab);
	if (!open && !to && !last) return null;
	return {
		canAsk: open === null && to !== null,
		/** Whether their class's board may show the end of their terminal; null where there is none to show. */
		isShown: to && isUp(run) ? lessons.shown.has(run.id) : null,
		open: open && waiting(open, lab),
		answered: last && { helper: last.takenName, answer: last.answer }
	};
}

const isUp = (run: Run | null): run is Run => run !== null && run.readyAt !== null && run.endedAt === null;

/** What they wait for; `elsewhere` leads to the page on which they asked. */
const waiting = ({ before, takenName, words, labId }: Asked, lab: Lab) => ({
	...{ before, helper: takenName, words },
	elsewhere: labId === lab.id ? null : `/labs/${labId}`
});

function answeredLately({ help }: App.Locals['lessons'], userId: number, lab: Lab) {
	const since = new Date(Date.now() - ANSWERS_LAST_MILLISECONDS);
	return help.answered(userId, since).find(({ labId }) => labId === lab.id) ?? null;
}

export const helpActions = {
	help: (event: RequestEvent) =>
		answer(
			here(event, ({ lessons, runs, user }, lab) =>
				lessons.help.ask({ userId: user.id, lab, run: runs.last(user.id, lab.id) })
			)
		),

	words: async (event: RequestEvent) => {
		const words = field(await event.request.formData(), 'words');
		return answer(here(event, ({ lessons, user }) => lessons.help.add(user.id, words)));
	},

	/** Let the board show the terminal of this run, or no longer. */
	show: async (event: RequestEvent) => {
		const shown = field(await event.request.formData(), 'shown') === 'yes';
		return answer(onRun(event, async ({ lessons }, _lab, run) => lessons.shown.set(run.id, shown)));
	},

	withdraw: (event: RequestEvent) =>
		answer(here(event, ({ lessons, user }) => lessons.help.withdraw(user.id)))
};
