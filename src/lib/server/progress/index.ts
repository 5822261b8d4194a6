/**
 * Progress: what learners have tried, what they have reached, and which hints they took.
 *
 * One writer of attempts, a few readers. Attempts are facts and only ever added; where somebody
 * stands is worked out from them. Knows nothing of sandboxes.
 */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Bulletin } from '../bulletin.ts';
import { attempts, hintsTaken, rounds, type Attempt, type Db } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import { machinesOf, tasksToDo, type LabEvidence } from './evidence.ts';
import { historyOf, type History } from './history.ts';
import { LookRows, on, type Machines } from './looks.ts';
import { scoreOf, type LabScore } from './score.ts';
import { sittingsOf, type Sittings } from './sittings.ts';
import { byCheck, standing, type Look, type Looks, type TaskStanding } from './standing.ts';

export { scoreOf, type LabScore } from './score.ts';
export { standing } from './standing.ts';
export type { History } from './history.ts';
export type { Said, Sitting, Sittings } from './sittings.ts';
export type { LabEvidence } from './evidence.ts';
export type { Machines } from './looks.ts';
export type { CheckStanding, Look, Looks, TaskStanding } from './standing.ts';

export interface ProgressOptions {
	db: Db;
	bulletin: Bulletin;
	/** What there is to reach. */
	labs: { lab(id: string): Lab | null };
}

/** What somebody has ever done of a lab, and when it was last looked at. */
export interface DoneTasks {
	tasks: Set<string>;
	at: Date;
}

/** One check of one learner, in one run. */
export interface Place {
	userId: number;
	labId: string;
	machines: Machines;
	task: string;
	check: string;
}

/** One check of one learner, in all generations of a run; null is the latest round without one. */
export interface Asked extends Omit<Place, 'machines'> {
	runId: number | null;
}

export class Progress {
	readonly #db: Db;
	readonly #bulletin: Bulletin;
	readonly #labs: ProgressOptions['labs'];
	readonly #looks: LookRows;

	constructor({ db, bulletin, labs }: ProgressOptions) {
		this.#db = db;
		this.#bulletin = bulletin;
		this.#labs = labs;
		this.#looks = new LookRows(db);
	}

	/** Keep an attempt, then tell whoever is watching. In that order: an event is never a promise. */
	record(attempt: Omit<Attempt, 'id' | 'at' | 'trace'> & Partial<Pick<Attempt, 'trace'>>): Attempt {
		const row = this.#db
			.insert(attempts)
			.values({ ...attempt, at: new Date() })
			.returning()
			.get();
		this.#bulletin.tell(row.userId);
		return row;
	}

	/** Where a learner stands in a lab: on the machines of this run, or, without machines, at all. */
	standing(userId: number, lab: Lab, machines: Machines): TaskStanding[] {
		return standing(lab, this.#looks.on(userId, lab.id, machines));
	}

	/** The last look at each check, by `task/check`. */
	looks(userId: number, labId: string, machines: Machines): Looks {
		return byCheck(this.#looks.on(userId, labId, machines));
	}

	/** Points of a lab: what its checks found on these machines, less the price of the hints taken. */
	score(userId: number, lab: Lab, machines: Machines): LabScore {
		const where = on(userId, lab.id, machines);
		const last = this.#db
			.select({ at: attempts.at })
			.from(attempts)
			.where(and(where, eq(attempts.trigger, 'submit')))
			.orderBy(desc(attempts.id))
			.limit(1)
			.get();
		const hints = this.hints(userId, lab.id);
		return scoreOf(lab, this.#looks.on(userId, lab.id, machines), { hints, handedIn: last?.at ?? null });
	}

	/**
	 * How often somebody asked this check in this run, resets included; without a run, in this round.
	 * Looks that broke do not count.
	 */
	tries({ userId, labId, runId, task, check }: Asked): number {
		const ofRun =
			runId === null ? on(userId, labId, null) : and(eq(attempts.userId, userId), eq(attempts.runId, runId));
		const row = this.#db
			.select({ count: sql<number>`count(*)` })
			.from(attempts)
			.where(
				and(
					ofRun,
					eq(attempts.task, task),
					eq(attempts.check, check),
					sql`${attempts.verdict} <> 'error'`,
					sql`${attempts.trigger} <> 'watch'`
				)
			)
			.get();
		return row?.count ?? 0;
	}

	/** The newest attempts of a check on these machines, newest first, whoever asked for them. */
	latest({ userId, labId, machines, task, check }: Place, limit: number): Attempt[] {
		return this.#db
			.select()
			.from(attempts)
			.where(and(on(userId, labId, machines), eq(attempts.task, task), eq(attempts.check, check)))
			.orderBy(desc(attempts.id))
			.limit(limit)
			.all();
	}

	/** Every look at this learner's work, newest first, a page at a time. */
	history = (userId: number, asked: { labId?: string | undefined; page: number }): History =>
		historyOf(this.#db, userId, asked);

	/** Their work as they look back at it: one set of machines after the other, newest first. */
	sittings = (userId: number, asked: { labId?: string | undefined; page: number }): Sittings =>
		sittingsOf({ db: this.#db, labs: this.#labs }, userId, asked);

	/** Tasks this learner has ever done, by lab, for the labs that are there. */
	doneTasks(userId: number): Map<string, Set<string>> {
		const done = new Map<string, Set<string>>();
		for (const { labId, looks } of this.#looks.ofAll(userId)) {
			const lab = this.#labs.lab(labId);
			const ids = lab && doneAmong(lab, looks);
			if (ids && ids.length > 0) done.set(labId, new Set([...(done.get(labId) ?? []), ...ids]));
		}
		return done;
	}

	/** The same of several people, with the moment of the last look at each lab's. By person, then by lab. */
	doneByPeople(userIds: number[]): Map<number, Map<string, DoneTasks>> {
		if (userIds.length === 0) return new Map();
		const people = [...this.#looks.ofPeople(userIds)].map(([userId, machines]) => {
			const byLab = [...Map.groupBy(machines, ({ labId }) => labId)].flatMap(([labId, own]) => {
				const lab = this.#labs.lab(labId);
				const at = new Date(Math.max(...own.map(({ at }) => at.getTime())));
				const tasks = new Set(lab ? own.flatMap(({ looks }) => doneAmong(lab, looks)) : []);
				return lab ? [[labId, { tasks, at }] as const] : [];
			});
			return [userId, new Map(byLab)] as const;
		});
		return new Map(people);
	}

	/** Tasks of one lab this learner has ever done. */
	doneTasksOf(userId: number, lab: Lab): Set<string> {
		return new Set(this.#looks.ofLab(userId, lab.id).flatMap(({ looks }) => doneAmong(lab, looks)));
	}

	/** That this learner has done all of a lab on one set of machines: with the most points, where on several. */
	evidence(userId: number, lab: Lab): LabEvidence | null {
		const todo = tasksToDo(lab);
		const done = machinesOf(this.#db, userId, lab.id).flatMap(({ runId, generation, digest, at }) => {
			const machines = runId === null ? null : { id: runId, generation };
			const states = new Map(this.standing(userId, lab, machines).map(({ id, state }) => [id, state]));
			if (todo.length === 0 || todo.some((task) => states.get(task) !== 'done')) return [];
			const { points, of } = this.score(userId, lab, machines).total;
			return [{ labId: lab.id, digest, points, of, doneAt: at, runId }];
		});
		return done.sort((one, other) => other.points - one.points)[0] ?? null;
	}

	/** Positions of the hints taken, by task. */
	hints(userId: number, labId: string): Map<string, Set<number>> {
		const rows = this.#db
			.select()
			.from(hintsTaken)
			.where(and(eq(hintsTaken.userId, userId), eq(hintsTaken.labId, labId)))
			.all();
		return new Map(
			Object.entries(Object.groupBy(rows, ({ task }) => task)).map(([task, taken]) => [
				task,
				new Set(taken?.map(({ hint }) => hint))
			])
		);
	}

	/** How often somebody has begun this lab again without machines. */
	round(userId: number, labId: string): number {
		const row = this.#db
			.select({ round: sql<number>`coalesce(max(${rounds.round}), 0)` })
			.from(rounds)
			.where(and(eq(rounds.userId, userId), eq(rounds.labId, labId)))
			.get();
		return row?.round ?? 0;
	}

	/** Begin again after this round; twice is once. */
	beginAgain(userId: number, labId: string, after: number): void {
		const row = { userId, labId, round: after + 1, at: new Date() };
		this.#db.insert(rounds).values(row).onConflictDoNothing().run();
		this.#bulletin.tell(userId);
	}

	/** Taking a hint twice is taking it once. */
	takeHint(taken: { userId: number; labId: string; task: string; hint: number }): void {
		this.#db
			.insert(hintsTaken)
			.values({ ...taken, at: new Date() })
			.onConflictDoNothing()
			.run();
		this.#bulletin.tell(taken.userId);
	}
}

const doneAmong = (lab: Lab, looks: Look[]) =>
	standing(lab, looks).flatMap(({ id, state }) => (state === 'done' ? [id] : []));
