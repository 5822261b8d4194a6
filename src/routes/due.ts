/** What somebody's classes want of them, for the home page: until when, and how far they are. */
import { labCard, type Sofar } from './courses/cards.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface DueOnPage {
	id: number;
	title: string;
	classTitle: string;
	zone: string;
	dueAt: Date | null;
	extended: boolean;
	/** `over`: nothing counts any more. */
	state: 'done' | 'open' | 'soon' | 'late' | 'over';
	/** What a day late costs; 0 when nothing. */
	latePercent: number;
	done: number;
	labs: number;
	/** The lab to go on with; null when all are done. */
	next: { href: string; title: string; language: string } | null;
}

/** The undone first, by date; what ended more than a week ago is history. */
export function duesOnPage({ classes, labs, user }: App.Locals, so: Sofar, now = new Date()): DueOnPage[] {
	if (!user) return [];
	return classes.assignments
		.duesOf(user.id, now)
		.map((due): DueOnPage => {
			const cards = due.labIds.flatMap((id) => {
				const lab = labs.lab(id);
				return lab ? [labCard(lab, null, so)] : [];
			});
			const open = cards.filter(({ state }) => state !== 'done');
			const next = open[0] && {
				href: `/labs/${open[0].id}`,
				title: open[0].title,
				language: open[0].language
			};
			const { id, title, classTitle, zone, dueAt, extended, latePercent } = due;
			return {
				...{ id, title, classTitle, zone, dueAt, extended, latePercent },
				state: stateOf(due, open.length === 0, now),
				done: cards.length - open.length,
				labs: cards.length,
				next: next ?? null
			};
		})
		.filter(({ state, dueAt }) => !isHistory(state, dueAt, now))
		.toSorted((a, b) => Number(a.state === 'done') - Number(b.state === 'done'));
}

function stateOf(
	{ dueAt, closesAt }: { dueAt: Date | null; closesAt: Date | null },
	done: boolean,
	now: Date
): DueOnPage['state'] {
	if (done) return 'done';
	if (closesAt && now > closesAt) return 'over';
	if (!dueAt) return 'open';
	if (now > dueAt) return 'late';
	return dueAt.getTime() - now.getTime() < 2 * DAY ? 'soon' : 'open';
}

const isHistory = (state: DueOnPage['state'], dueAt: Date | null, now: Date) =>
	(state === 'done' || state === 'over') && dueAt !== null && now.getTime() - dueAt.getTime() > 7 * DAY;
