/** What somebody signed in finds on the home page first: the way back to work, then what comes next. */
import type { LabCard } from '#lib/components/cards.ts';
import { labsOf, nextLab, type Sofar } from './courses/cards.ts';

/** So many labs to try next are a choice; more are a list. */
const SUGGESTIONS = 3;

/** How far back an unfinished lab is looked for. */
const RUNS_BACK = 20;

type Asked = Pick<App.Locals, 'labs' | 'runs' | 'user'>;

export interface Current {
	lab: LabCard;
	/** When its machines end, or null when none run. Milliseconds since 1970, like `now`. */
	deadline: number | null;
	now: number;
}

/** The lab that runs, else the one begun last and not finished. */
export function current({ labs, runs, user }: Asked, so: Sofar): Current | null {
	if (!user) return null;
	const active = runs.active(user.id);
	const seen = [...active, ...runs.recent(user.id, RUNS_BACK)];
	for (const { labId } of seen) {
		const lab = cardOf(labs, labId, so);
		if (!lab) continue;
		const run = active.find((candidate) => candidate.labId === labId);
		if (run) return { lab, deadline: run.deadline.getTime(), now: Date.now() };
		if (lab.state === 'started') return { lab, deadline: null, now: Date.now() };
	}
	return null;
}

/** One lab of each course, courses already begun first; none of those that are shown already. */
export function suggestions(
	{ labs }: Pick<App.Locals, 'labs'>,
	so: Sofar,
	shown: ReadonlySet<string> = new Set()
): LabCard[] {
	const shelves = labs.courses().map((course) => labsOf(course, so));
	const begun = (shelf: LabCard[]) => Number(shelf.some(({ state }) => state !== 'new'));
	return shelves
		.toSorted((a, b) => begun(b) - begun(a))
		.flatMap((shelf) => nextLab(shelf.filter(({ id, state }) => state === 'new' && !shown.has(id))) ?? [])
		.slice(0, SUGGESTIONS);
}

function cardOf(labs: App.Locals['labs'], id: string, so: Sofar): LabCard | null {
	const lab = labs.lab(id);
	const course = lab && labs.course(lab.courseId);
	return (course && labsOf(course, so).find((card) => card.id === id)) ?? null;
}
