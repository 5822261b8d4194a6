/** What the board shows, out of what the rooms know; with pseudonyms where names are hidden. */
import type { HelpRequest } from '#lib/server/db/index.ts';
import type { Seat } from '#lib/server/lessons/index.ts';
import { t } from '#lib/words/index.ts';
import type { namesFor } from '../../names.ts';
import type { RequestEvent } from './$types';

export type SeatOnPage = ReturnType<typeof seatOnPage>;
type Names = ReturnType<typeof namesFor>;

export function seatOnPage({ fullName, number, ...seat }: Seat, names: Names) {
	return {
		...seat,
		name: names.of(seat.userId, seat.name),
		fullName: names.hidden ? '' : fullName,
		number: names.hidden ? '' : number,
		movedAt: seat.movedAt?.getTime() ?? null,
		lastSeenAt: seat.lastSeenAt?.getTime() ?? null
	};
}

/** Who asks for help, in the order in which they asked. */
export function queueOnPage({ locals }: Pick<RequestEvent, 'locals'>, classId: number, seats: SeatOnPage[]) {
	const seatOf = ({ userId }: { userId: number }) => seats.find((seat) => seat.userId === userId);
	return locals.lessons.help.waiting(classId).map((asked) => ({
		...{ id: asked.id, userId: asked.userId, runId: asked.runId, words: asked.words },
		...{ tries: asked.tries, hints: asked.hints, message: asked.message, helper: asked.takenName },
		...placeOf(locals, asked),
		changes: asked.changes,
		name: seatOf(asked)?.name ?? t('Somebody who has left the class'),
		isUp: asked.runId !== null && seatOf(asked)?.runId === asked.runId && seatOf(asked)?.state === 'working',
		askedAt: asked.askedAt.getTime()
	}));
}

/** Where they asked, in words. */
function placeOf(
	{ labs, guides, runs }: Pick<App.Locals, 'labs' | 'guides' | 'runs'>,
	asked: Pick<HelpRequest, 'userId' | 'labId' | 'task' | 'check'>
) {
	const found = labs.lab(asked.labId);
	const lab = found && guides.view(found, runs.values(asked.userId, found));
	const task = lab?.tasks.find(({ id }) => id === asked.task);
	const check = task?.checks.find(({ id }) => id === asked.check);
	return { lab: lab?.title ?? asked.labId, task: task?.title ?? null, check: check?.title ?? asked.check };
}

/** Labs that a lesson can be about: those people are in now, and those the class was given. */
export function labsOnPage({ locals }: Pick<RequestEvent, 'locals'>, classId: number, seats: SeatOnPage[]) {
	const given = locals.classes.assignments.of(classId).flatMap(({ labIds }) => labIds);
	const ids = new Set([...seats.flatMap(({ lab }) => lab?.id ?? []), ...given]);
	return [...ids].flatMap((id) => {
		const lab = locals.labs.lab(id);
		if (!lab) return [];
		const people = seats.filter((seat) => seat.lab?.id === id).length;
		return [{ id, title: lab.title, hosts: lab.hosts.length, people }];
	});
}
