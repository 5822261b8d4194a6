/** What a class's work says about its labs: where time goes, what is asked how often, where people stop. */
import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { attempts, classMembers, runs, type Db } from '#lib/server/db/index.ts';
import { DRILL_PLACE, type Lab, type Task } from '#lib/server/labs/index.ts';
import { attendances, doneAt, minutesOf, visible, type Attendance } from './attendances.ts';
import { hintsIn } from './hints.ts';
import { spreadOf, type Spread } from './spread.ts';

/** One lab among many. */
export interface LabLine {
	id: string;
	title: string;
	/** People who had something looked at, and those of them who have reached all of it. */
	began: number;
	finished: number;
	/** Minutes from the beginning to the end, of those who did it on one set of machines. */
	minutes: Spread | null;
	/** Looks, and those that broke. */
	looks: number;
	broke: number;
}

export interface TaskFigures {
	id: string;
	title: string;
	/** People who have done it, and who stopped at it with nothing on any more. */
	done: number;
	stopped: number;
	/** Minutes it took, the first time each did it. */
	minutes: Spread | null;
	/** People who took a hint of it. */
	hinted: number;
	checks: CheckFigures[];
}

export interface CheckFigures {
	id: string;
	title: string;
	/** How often people asked for a look until it held. */
	asked: Spread | null;
	/** People it was looked at for, and those for whom it has held. */
	people: number;
	passed: number;
	/** Looks that broke: a matter for who wrote it. */
	broke: number;
}

export interface LabFigures {
	began: number;
	finished: number;
	tasks: TaskFigures[];
}

export class Analytics {
	readonly #db: Db;

	constructor({ db }: { db: Db }) {
		this.#db = db;
	}

	/** A line for each lab that somebody of the class has begun. */
	overview(classId: number, labs: Lab[]): LabLine[] {
		const byLab = Map.groupBy(this.#sums(classId, labs), ({ labId }) => labId);
		return labs.flatMap((lab) => {
			const sums = byLab.get(lab.id) ?? [];
			if (sums.length === 0) return [];
			const all = lab.tasks.flatMap(visible).length;
			const whole = all === 0 ? [] : sums.filter(({ passed }) => passed >= all);
			const first = new Map(whole.toReversed().map((sum) => [sum.userId, sum]));
			return {
				...{ id: lab.id, title: lab.title },
				began: new Set(sums.map(({ userId }) => userId)).size,
				finished: first.size,
				minutes: spreadOf([...first.values()].map(({ from, until }) => Math.max(0, until - from) / 60_000)),
				looks: sums.reduce((total, { looks }) => total + looks, 0),
				broke: sums.reduce((total, { broke }) => total + broke, 0)
			};
		});
	}

	lab(classId: number, lab: Lab): LabFigures {
		const all = attendances(this.#db, classId, lab);
		const byPerson = [...Map.groupBy(all, ({ userId }) => userId).values()];
		const hints = hintsIn(this.#db, classId, lab.id);
		const stops = byPerson.map((mine) => stopOf(mine, lab));
		return {
			began: byPerson.length,
			finished: byPerson.filter((mine) => hasFinished(mine, lab)).length,
			tasks: lab.tasks.map((task) => ({
				...{ id: task.id, title: task.title },
				...timesOf(byPerson, lab, task),
				stopped: stops.filter((stop) => stop === task.id).length,
				hinted: [...hints.values()].filter((taken) => taken.has(task.id)).length,
				checks: task.checks.map((check) => ({
					...{ id: check.id, title: check.title },
					...figuresOf(byPerson, `${task.id}/${check.id}`)
				}))
			}))
		};
	}

	/** For each person on each set of machines: how many checks have held, from when until when. */
	#sums(classId: number, labs: Lab[]) {
		// What a drill was worth is no check of a task, and hidden ones nobody sees themselves fail.
		const hidden = labs.flatMap((lab) => [
			`${lab.id}/${DRILL_PLACE.task}/${DRILL_PLACE.check}`,
			...lab.tasks.flatMap((task) =>
				task.checks.filter((check) => check.hidden).map(({ id }) => `${lab.id}/${task.id}/${id}`)
			)
		]);
		const members = this.#db
			.select({ id: classMembers.userId })
			.from(classMembers)
			.where(eq(classMembers.classId, classId));
		const place = sql`${attempts.labId} || '/' || ${attempts.task} || '/' || ${attempts.check}`;
		const { userId, labId, runId, generation, at, verdict } = attempts;
		const byCheck = this.#db
			.select({
				...{ userId, labId, runId, generation },
				first: sql<number>`min(${at})`.as('first_at'),
				passedAt: sql<number | null>`min(iif(${verdict} = 'pass', ${at}, null))`.as('passed_at'),
				looks: sql<number>`count(*)`.as('looks'),
				broke: sql<number>`total(${verdict} = 'error')`.as('broke')
			})
			.from(attempts)
			.where(
				and(
					inArray(userId, members), // and no join: so the index gives its rows in the order of the groups
					hidden.length > 0 ? notInArray(place, hidden) : undefined
				)
			)
			.groupBy(userId, labId, runId, generation, attempts.task, attempts.check)
			.as('by_check');
		return this.#db
			.select({
				...{ userId: byCheck.userId, labId: byCheck.labId },
				from: sql<number>`coalesce(iif(${byCheck.generation} = 1, ${runs.readyAt}, null), min(${byCheck.first}))`,
				until: sql<number>`max(${byCheck.passedAt})`,
				passed: sql<number>`count(${byCheck.passedAt})`,
				looks: sql<number>`sum(${byCheck.looks})`,
				broke: sql<number>`sum(${byCheck.broke})`
			})
			.from(byCheck)
			.leftJoin(runs, eq(runs.id, byCheck.runId))
			.groupBy(byCheck.userId, byCheck.labId, byCheck.runId, byCheck.generation)
			.all();
	}
}

/** One person's machines, in the order of time. */
type Mine = Attendance[];

const todo = (lab: Lab) => lab.tasks.filter((task) => visible(task).length > 0);

const hasFinished = (mine: Mine, lab: Lab) =>
	todo(lab).length > 0 && mine.some((one) => doneAt(one, lab).size === todo(lab).length);

/** The task at which somebody has stopped; null when they have finished, or when something is still on. */
function stopOf(mine: Mine, lab: Lab): string | null {
	const last = mine.at(-1);
	if (!last || mine.some(({ isOver }) => !isOver) || hasFinished(mine, lab)) return null;
	const done = doneAt(last, lab);
	return todo(lab).find(({ id }) => !done.has(id))?.id ?? null;
}

function timesOf(people: Mine[], lab: Lab, { id }: Task) {
	const minutes = people.flatMap((mine) => {
		const first = mine.map((one) => minutesOf(one, lab).get(id)).find((took) => took !== undefined);
		return first ?? [];
	});
	return { done: minutes.length, minutes: spreadOf(minutes) };
}

function figuresOf(people: Mine[], place: string) {
	const seen = people.map((mine) =>
		mine.flatMap(({ glances }) => glances).filter(({ task, check }) => `${task}/${check}` === place)
	);
	const looked = seen.filter(({ length }) => length > 0);
	const asked = looked.flatMap((glances) => {
		const held = glances.findIndex(({ verdict }) => verdict === 'pass');
		const until = held < 0 ? glances : glances.slice(0, held + 1);
		const times = until.filter(({ verdict, byItself }) => verdict !== 'error' && !byItself).length;
		return times > 0 ? [times] : [];
	});
	return {
		asked: spreadOf(asked),
		people: looked.length,
		passed: looked.filter((glances) => glances.some(({ verdict }) => verdict === 'pass')).length,
		broke: looked.flat().filter(({ verdict }) => verdict === 'error').length
	};
}
