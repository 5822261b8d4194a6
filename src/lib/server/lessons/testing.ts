/** For tests: a class with two instructors and some learners, on a fresh database. */
import {
	classes,
	classInstructors,
	classMembers,
	MEMORY,
	openDb,
	runs,
	users
} from '#lib/server/db/index.ts';
import type { Check, Lab } from '#lib/server/labs/index.ts';
import { Progress } from '#lib/server/progress/index.ts';
import { Bulletin } from '../bulletin.ts';

export const GRACE = { id: 1, name: 'grace' };
export const HEDY = { id: 2, name: 'hedy' };
/** Ids of the learners of class 1; `STRANGER` is in none. */
export const [LEA, MAX, NIA, STRANGER] = [3, 4, 5, 6] as const;

export const check = (id: string, changes: Partial<Check> = {}) =>
	({ id, title: `${id}!`, points: 10, hidden: false, mode: 'once', trigger: 'watch', ...changes }) as Check;

export const labOf = (id: string, tasks: { id: string; checks: Check[] }[]) =>
	({
		...{ id, courseId: 'basics', title: `Lab ${id}`, minutes: 20, hosts: [{}], params: [] },
		tasks: tasks.map((task) => ({ title: task.id, needs: [], hints: [{ text: '', cost: 2 }], ...task }))
	}) as never as Lab;

export class Classroom {
	readonly db = openDb(MEMORY);
	readonly bulletin = new Bulletin();
	readonly labs = new Map<string, Lab>();
	readonly progress = new Progress({
		...{ db: this.db, bulletin: this.bulletin },
		labs: { lab: (id) => this.labs.get(id) ?? null }
	});

	constructor() {
		const { db } = this;
		this.labs.set(
			'disk',
			labOf('disk', [
				{ id: 'find', checks: [check('found')] },
				{ id: 'mend', checks: [check('mended'), check('lasts')] }
			])
		);
		const createdAt = new Date();
		const person = (name: string, role: 'learner' | 'instructor') =>
			db.insert(users).values({ name, signInName: name, passwordHash: 'x', role, createdAt }).run();
		for (const name of ['grace', 'hedy']) person(name, 'instructor');
		for (const name of ['lea', 'max', 'nia', 'zoe']) person(name, 'learner');
		db.insert(classes).values({ title: 'Autumn', createdAt }).run();
		for (const { id } of [GRACE, HEDY]) db.insert(classInstructors).values({ classId: 1, userId: id }).run();
		for (const userId of [LEA, MAX, NIA])
			db.insert(classMembers).values({ classId: 1, userId, way: 'code', joinedAt: createdAt }).run();
	}

	/** Somebody more in class 1. */
	join(name: string) {
		const createdAt = new Date();
		const row = { name, signInName: name, passwordHash: 'x', role: 'learner' as const, createdAt };
		const person = this.db.insert(users).values(row).returning().get();
		const member = { classId: 1, userId: person.id, way: 'code' as const, joinedAt: createdAt };
		this.db.insert(classMembers).values(member).run();
		return person;
	}

	/** Machines that are up since so many minutes. */
	run(userId: number, labId = 'disk', minutes = 10) {
		const at = new Date(Date.now() - minutes * 60_000);
		const times = {
			startedAt: at,
			readyAt: at,
			lastSeenAt: new Date(),
			deadline: new Date(Date.now() + 3e6)
		};
		return this.db
			.insert(runs)
			.values({ userId, labId, digest: 'd', ...times })
			.returning()
			.get();
	}

	/** A check has looked. */
	look(
		run: { id: number; userId: number; labId: string },
		place: string,
		verdict: 'pass' | 'fail' | 'error'
	) {
		const [task = '', named = ''] = place.split('/');
		return this.progress.record({
			...{ userId: run.userId, runId: run.id, labId: run.labId, generation: 1, digest: 'd' },
			...{ task, check: named, verdict, score: verdict === 'pass' ? 1 : 0, message: `${named}: ${verdict}.` },
			...{ answer: null, log: '', milliseconds: 5, trigger: 'button' }
		});
	}

	/** How often this person's page would read itself again while this is done. */
	news(userId: number, doing: () => void): number {
		let heard = 0;
		const quit = this.bulletin.listen(userId, () => (heard += 1));
		doing();
		quit();
		return heard;
	}
}
