/** From courses and work to skills: what somebody was seen to do, outcome by outcome, with the labs that show it. */
import type { LabState } from '#lib/components/cards.ts';
import type { Course, Lab } from '#lib/server/labs/index.ts';
import type { DoneTasks } from '#lib/server/progress/index.ts';

export interface Skill {
	text: string;
	/** `done` when every lab that shows it is. */
	state: LabState;
	/** Labs with tasks that show it, and those of them that are done. */
	done: number;
	of: number;
	evidence: Evidence[];
}

/** A lab as evidence of a skill. */
export interface Evidence {
	id: string;
	title: string;
	/** In which its title is. */
	language: string;
	tasksDone: number;
	tasks: number;
	/** Last looked at; null when never. */
	at: Date | null;
}

/** What somebody has done, by lab. */
export type Work = ReadonlyMap<string, DoneTasks>;

/** In the order of the course's outcomes. */
export function skillsOf(course: Course, work: Work): Skill[] {
	const labs = new Map(course.modules.flatMap((module) => module.labs.map((lab) => [lab.id, lab])));
	return course.outcomes.map(({ text, labs: ids }) => {
		const shownIn = ids.flatMap((id) => labs.get(id) ?? []).filter(({ tasks }) => tasks.length > 0);
		const evidence = shownIn.map((lab) => evidenceOf(lab, work.get(lab.id)));
		const done = evidence.filter(({ tasksDone, tasks }) => tasksDone === tasks).length;
		const begun = evidence.some(({ tasksDone }) => tasksDone > 0);
		const state = evidence.length > 0 && done === evidence.length ? 'done' : begun ? 'started' : 'new';
		return { text, state, done, of: evidence.length, evidence };
	});
}

function evidenceOf({ id, title, language = 'en', tasks }: Lab, work: DoneTasks | undefined): Evidence {
	const tasksDone = tasks.filter((task) => work?.tasks.has(task.id)).length;
	return { id, title, language, tasksDone, tasks: tasks.length, at: work?.at ?? null };
}

/** Whether all that can be done of a lab is done. */
export const isDone = ({ tasks }: Lab, work: DoneTasks | undefined): boolean =>
	tasks.length > 0 && tasks.every(({ id }) => work?.tasks.has(id) === true);

/** What one person has shown in every course they have begun, and how many other courses have something to show. */
export function begunSkills({ labs, progress }: Pick<App.Locals, 'labs' | 'progress'>, userId: number) {
	const work = progress.doneByPeople([userId]).get(userId) ?? new Map();
	const courses = labs
		.courses()
		.filter(({ outcomes }) => outcomes.length > 0)
		.map((course) => ({ id: course.id, title: course.title, skills: skillsOf(course, work) }));
	const begun = courses.filter(({ skills }) => skills.some(({ state }) => state !== 'new'));
	return { begun, others: courses.length - begun.length };
}
