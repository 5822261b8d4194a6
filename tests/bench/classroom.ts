/** A large class as a year leaves it: two hundred people, forty labs, a hundred thousand attempts. */
import {
	assignments,
	attempts,
	classes,
	classInstructors,
	classMembers,
	hintsTaken,
	openDb,
	runs,
	users,
	type Db
} from '../../src/lib/server/db/index.ts';
import { openLabs, type Lab } from '../../src/lib/server/labs/index.ts';

export const PEOPLE = 200;
export const ATTEMPTS = 100_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export interface Seeded {
	classId: number;
	people: number;
	labs: number;
	attempts: number;
}

/** Put it beside what is there; `teacher` becomes its instructor. */
export async function seedClass(data: string, labsFolder: string, teacher: string): Promise<Seeded> {
	const catalogue = await openLabs(labsFolder);
	const labs = catalogue
		.courses()
		.flatMap(({ modules }) => modules.flatMap((module) => module.labs))
		.filter(({ id }) => id.startsWith('year-'));
	const db = openDb(data);
	try {
		return db.transaction(() => seed(db, labs, teacher));
	} finally {
		db.$client.close();
		catalogue.close();
	}
}

function seed(db: Db, labs: Lab[], teacher: string): Seeded {
	const now = Date.now();
	db.$client.prepare(`update users set role = 'instructor' where name = ?`).run(teacher);
	const { id: teacherId } = db.$client.prepare('select id from users where name = ?').get(teacher) as {
		id: number;
	};
	const { id: classId } = db
		.insert(classes)
		.values({ title: 'Two hundred', zone: 'Europe/Paris', createdAt: new Date(now - 100 * DAY) })
		.returning()
		.get();
	db.insert(classInstructors).values({ classId, userId: teacherId }).run();
	for (const [at, { id }] of labs.entries()) {
		const dueAt = new Date(now - (labs.length - at - 2) * DAY);
		const kind = { kind: 'lab' as const, latePercent: 10, counting: 'best' as const };
		db.insert(assignments)
			.values({ classId, target: id, dueAt, createdAt: new Date(0), ...kind })
			.run();
	}
	let made = 0;
	for (let person = 0; person < PEOPLE; person++) {
		const userId = newcomer(db, classId, person);
		for (const [at, lab] of labs.entries()) {
			const share = Math.round((ATTEMPTS - made) / ((PEOPLE - person) * labs.length - at));
			const place = { userId, lab, person, began: now - (labs.length - at) * DAY + person * MINUTE };
			const isLast = at === labs.length - 1;
			made += attend(db, {
				...place,
				attempts: share,
				isOn: isLast,
				began: isLast ? now - 40 * MINUTE : place.began
			});
		}
	}
	return { classId, people: PEOPLE, labs: labs.length, attempts: made };
}

function newcomer(db: Db, classId: number, person: number): number {
	const name = `student-${String(person).padStart(3, '0')}`;
	const createdAt = new Date(0);
	const row = { name, signInName: name, passwordHash: 'none', role: 'learner' as const, createdAt };
	const { id } = db.insert(users).values(row).returning().get();
	const member = {
		fullName: `Somebody Number ${person}`,
		number: `${90_000 + person}`,
		way: 'made' as const
	};
	db.insert(classMembers)
		.values({ classId, userId: id, ...member, joinedAt: createdAt })
		.run();
	return id;
}

interface Attendance {
	userId: number;
	lab: Lab;
	person: number;
	began: number;
	attempts: number;
	isOn: boolean;
}

/** Somebody does a lab: looks that fail, then pass, check after check, for as many attempts as there are. */
function attend(db: Db, { userId, lab, person, began, attempts: most, isOn }: Attendance): number {
	const runId = runOf(db, { userId, lab, began, isOn });
	const places = lab.tasks.flatMap((task) =>
		task.checks.map((check) => ({ task: task.id, check: check.id }))
	);
	/** Checks they come to: the last one of them does not hold yet. */
	const reached = isOn ? 1 + (person % places.length) : places.length + 1;
	const placeAt = (n: number) => Math.floor((n / most) * places.length);
	for (let n = 0; n < most; n++) {
		const at = Math.min(placeAt(n), reached - 1);
		const pass = placeAt(n + 1) > placeAt(n) && at < reached - 1;
		const verdict = pass ? 'pass' : 'fail';
		db.insert(attempts)
			.values({
				...{ userId, runId, generation: 1, labId: lab.id, digest: lab.digest, ...places[at]! },
				...{ score: pass ? 1 : 0, message: pass ? 'Done.' : 'There is no such file yet.', milliseconds: 12 },
				...{
					verdict: (person + n) % 97 === 0 ? 'error' : verdict,
					trigger: n % 3 === 0 ? 'watch' : 'button'
				},
				at: new Date(began + Math.round(((n + 1) / most) * (10 + (person % 20)) * MINUTE))
			})
			.run();
	}
	if (person % 4 === 0)
		db.insert(hintsTaken)
			.values({ userId, labId: lab.id, task: 'task-1', hint: 0, at: new Date(began) })
			.run();
	return most;
}

/** Machines that are still starting: upkeep does not look for them. */
function runOf(
	db: Db,
	{ userId, lab, began, isOn }: Pick<Attendance, 'userId' | 'lab' | 'began' | 'isOn'>
): number {
	const at = new Date(began);
	const over = new Date(began + 60 * MINUTE);
	const end = isOn ? { deadline: new Date(began + DAY) } : { deadline: over, endedAt: over, readyAt: at };
	const row = {
		userId,
		labId: lab.id,
		digest: lab.digest,
		startedAt: at,
		lastSeenAt: isOn ? new Date() : over
	};
	return db
		.insert(runs)
		.values({ ...row, ...end, firstKeyAt: at })
		.returning()
		.get().id;
}
