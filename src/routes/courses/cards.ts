/** From what labs and progress know to what the catalogue shows. Shared by home, courses and tracks. */
import type { CourseCard, LabCard, LabState, OutcomeCard, TrackCard } from '#lib/components/cards.ts';
import type { Course, Lab, Track } from '#lib/server/labs/lab.ts';

/** What one person has done so far. Empty for visitors. */
export interface Sofar {
	/** Ids of tasks done, by lab. */
	done: Map<string, Set<string>>;
	/** Labs that were ever started. */
	started: Set<string>;
	/** Why this machine cannot run a lab. */
	lacks?: (labId: string) => string[];
}

/** What `locals` knows of the person who asks. */
type Knows = Pick<App.Locals, 'user' | 'progress' | 'runs' | 'fitting'>;

export function sofar({ user, progress, runs, fitting }: Knows): Sofar {
	if (!user) return { done: new Map(), started: new Set() };
	return { done: progress.doneTasks(user.id), started: runs.begunLabs(user.id), lacks: fitting.lacks };
}

export function labCard(lab: Lab, course: Course | null, { done, started, lacks }: Sofar): LabCard {
	const { id, title, summary, language = 'en', level, minutes, tags, outcomes, tasks } = lab;
	const tasksDone = tasks.filter((task) => done.get(id)?.has(task.id)).length;
	return {
		...{ id, title, summary, language, level, minutes, tags, outcomes },
		course: course && { id: course.id, title: course.title },
		tasks: tasks.length,
		tasksDone,
		state: stateOf(tasks.length, tasksDone, started.has(id)),
		lacks: lacks?.(id) ?? []
	};
}

export function courseCard(course: Course, so: Sofar): CourseCard {
	const { id, title, summary, level, hours, credits } = course;
	const outcomes = course.outcomes.map(({ text }) => text);
	const labs = labsOf(course, so);
	return {
		...{ id, title, summary, level, hours, credits, outcomes },
		...tally(labs),
		begun: labs.some(({ state }) => state !== 'new')
	};
}

export function trackCard(track: Track, labs: LabCard[]): TrackCard {
	const { id, title, summary, audience } = track;
	const minutes = labs.reduce((sum, lab) => sum + lab.minutes, 0);
	return { id, title, summary, audience, minutes, ...tally(labs) };
}

/** Every lab of a course, in its order. */
export const labsOf = (course: Course, so: Sofar): LabCard[] =>
	course.modules.flatMap(({ labs }) => labs.map((lab) => labCard(lab, course, so)));

/** The labs of a track that are there; one an author has broken is left out. */
export const labsOfTrack = (track: Track, labs: App.Locals['labs'], so: Sofar): LabCard[] =>
	track.labs.flatMap((id) => {
		const lab = labs.lab(id);
		return lab ? [labCard(lab, labs.course(lab.courseId), so)] : [];
	});

/** The lab to go to: one begun and not finished, else the first that is not done. */
export const nextLab = (labs: LabCard[]): LabCard | null =>
	labs.find(({ state }) => state === 'started') ??
	labs.find(({ state, tasks }) => tasks > 0 && state !== 'done') ??
	null;

/** Pages of theory have no tasks; they are read, not counted. */
function tally(labs: LabCard[]) {
	const counted = labs.filter(({ tasks }) => tasks > 0);
	return { labs: counted.length, labsDone: counted.filter(({ state }) => state === 'done').length };
}

function stateOf(tasks: number, done: number, started: boolean): LabState {
	if (tasks > 0 && done === tasks) return 'done';
	return done > 0 || (started && tasks > 0) ? 'started' : 'new';
}

/** The course's outcomes, and how many of the labs that show each are done. */
export const outcomeCards = (course: Course, labs: LabCard[]): OutcomeCard[] =>
	course.outcomes.map(({ text, labs: shownIn }) => {
		const evidence = labs.filter(({ id }) => shownIn.includes(id));
		const graded = evidence.filter(({ tasks }) => tasks > 0);
		return {
			text,
			labs: evidence.map(({ id, title, language }) => ({ id, title, language })),
			done: graded.filter(({ state }) => state === 'done').length,
			of: graded.length
		};
	});
