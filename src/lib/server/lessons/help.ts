/**
 * Help: who asks for it, in which order, and who comes.
 *
 * A request is kept as it was when it was made: where they were and what did not hold there. It goes
 * to one class, so that its place in the queue is a true one.
 */
import { and, asc, count, desc, eq, gt, isNull, lt, ne, or, sql } from 'drizzle-orm';
import {
	assignments,
	classes,
	classInstructors,
	classMembers,
	helpRequests,
	users,
	type ClassRow,
	type Db,
	type HelpRequest,
	type HostChanges,
	type Run,
	type User
} from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import type { Progress, TaskStanding } from '#lib/server/progress/index.ts';
import { t } from '#lib/words/index.ts';
import type { Bulletin } from '../bulletin.ts';
import type { Refusal } from '../refusal.ts';

/** A request on its way, for who made it. */
export interface Asked extends HelpRequest {
	/** How many are to be helped before; 0 when somebody comes. */
	before: number;
}

export interface HelpOptions {
	db: Db;
	bulletin: Pick<Bulletin, 'tell'>;
	progress: Pick<Progress, 'standing' | 'hints'>;
	labs: { tracks?(): { id: string; labs: string[] }[] };
	/** What has changed on the machines of a run; null where nobody can look. Never throws. */
	changes?: (run: Run, lab: Lab) => Promise<HostChanges[] | null>;
}

interface Asking {
	userId: number;
	lab: Lab;
	run: Run | null;
}

type Helper = Pick<User, 'id' | 'name'>;

const WORDS_MAX = 300;
/** More than this in a day is no question any more. */
const PER_DAY = 40;
const DAY = 86_400_000;
const LISTED = 20;

export class Help {
	readonly #db: Db;
	readonly #open;
	readonly #classes;
	/** Ids of the tracks that lead through a lab. */
	readonly #tracksWith: (labId: string) => string[];
	readonly #answered;
	readonly #bulletin: HelpOptions['bulletin'];
	readonly #progress: HelpOptions['progress'];
	readonly #changes: NonNullable<HelpOptions['changes']>;
	/** Looks at machines that are under way. */
	readonly #looking = new Set<Promise<void>>();

	constructor({ db, bulletin, progress, labs, changes = async () => null }: HelpOptions) {
		this.#changes = changes;
		this.#tracksWith = (labId) =>
			(labs.tracks?.() ?? []).filter((track) => track.labs.includes(labId)).map(({ id }) => id);
		this.#db = db;
		this.#open = openOf(db);
		this.#classes = classesOf(db);
		this.#answered = answeredOf(db);
		this.#bulletin = bulletin;
		this.#progress = progress;
	}

	/** The class whose instructors can be asked about this lab: one that was given it before all others. */
	classFor(userId: number, lab: Pick<Lab, 'id' | 'courseId'>): Pick<ClassRow, 'id' | 'title'> | null {
		const tracks = JSON.stringify(this.#tracksWith(lab.id));
		const rows = this.#classes.all({ userId, labId: lab.id, courseId: lab.courseId, tracks });
		const found = rows.find((row) => row.given !== null) ?? rows[0];
		return found ? { id: found.id, title: found.title } : null;
	}

	/** Ask for help here. Who has asked already goes on waiting. */
	ask({ userId, lab, run }: Asking): HelpRequest | Refusal {
		const asked = this.open(userId);
		if (asked) return asked.labId === lab.id ? asked : elsewhere();
		const to = this.classFor(userId, lab);
		if (!to)
			return { refused: t('You are in no class whose instructor could come. Ask for a code to join one.') };
		if (this.#today(userId) >= PER_DAY)
			return {
				refused: t('You have asked {times} times since yesterday. Speak to your instructor.', {
					times: PER_DAY
				})
			};
		const tasks = this.#progress.standing(userId, lab, run);
		const row = this.#db
			.insert(helpRequests)
			.values({
				...{ classId: to.id, userId, labId: lab.id, runId: run?.id ?? null, ...stuckAt(tasks) },
				tries: tasks.flatMap(({ checks }) => checks).reduce((sum, { tries }) => sum + tries, 0),
				hints: [...this.#progress.hints(userId, lab.id).values()].reduce((sum, taken) => sum + taken.size, 0),
				askedAt: new Date()
			})
			.onConflictDoNothing() // a second click in the same moment
			.returning()
			.get();
		this.#bulletin.tell(userId);
		if (row) this.#look(row, run, lab);
		return row ?? this.open(userId) ?? elsewhere();
	}

	/** Until every look at machines that was begun is through. */
	settled = async (): Promise<void> => void (await Promise.all(this.#looking));

	/** The call is made at once; what had changed follows it, as machines may take their time to answer. */
	#look({ id, userId, classId }: HelpRequest, run: Run | null, lab: Lab): void {
		if (!run?.readyAt || run.endedAt) return;
		const looking = this.#changes(run, lab).then((changes) => {
			if (!changes) return;
			this.#db.update(helpRequests).set({ changes }).where(isOpen(classId, id)).run();
			this.#bulletin.tell(userId);
		});
		this.#looking.add(looking);
		void looking.finally(() => this.#looking.delete(looking));
	}

	/** A line of their own to what they asked. */
	add(userId: number, words: string): void {
		const open = this.open(userId);
		if (!open) return;
		const set = { words: words.trim().slice(0, WORDS_MAX) };
		this.#db.update(helpRequests).set(set).where(isOpen(open.classId, open.id)).run();
		this.#bulletin.tell(userId);
	}

	/** It is no longer needed. */
	withdraw(userId: number): void {
		const open = this.open(userId);
		if (open) this.#end(open, { end: 'withdrawn' });
	}

	/** What this person waits for; null when for nothing. */
	open(userId: number): Asked | null {
		const row = this.#open.get({ userId });
		return row ? { ...row, before: row.takenAt ? 0 : this.#before(row) } : null;
	}

	/** Requests of somebody that were answered after this moment, newest first. */
	answered(userId: number, after: Date): HelpRequest[] {
		return this.#answered.all({ userId, after: after.getTime() });
	}

	/** Who asks in a class, the first one first. */
	waiting(classId: number): HelpRequest[] {
		const where = and(eq(helpRequests.classId, classId), isNull(helpRequests.endedAt));
		return this.#db.select().from(helpRequests).where(where).orderBy(asc(helpRequests.id)).all();
	}

	find(classId: number, id: number): HelpRequest | null {
		const where = and(eq(helpRequests.classId, classId), eq(helpRequests.id, id));
		return this.#db.select().from(helpRequests).where(where).get() ?? null;
	}

	/** Somebody comes to help. Who was first stays it. */
	take(classId: number, id: number, by: Helper): Refusal | null {
		const taken = this.#db
			.update(helpRequests)
			.set({ takenBy: by.id, takenName: by.name, takenAt: new Date() })
			.where(and(isOpen(classId, id), isNull(helpRequests.takenAt)))
			.returning()
			.get();
		if (taken) {
			this.#tell(taken);
			return null;
		}
		const found = this.find(classId, id);
		if (!found || found.endedAt) return over();
		return found.takenBy === by.id
			? null
			: { refused: t('{name} has taken this already.', { name: found.takenName ?? '' }) };
	}

	/** They have been helped, with a line to keep, if there is one to say. */
	done(classId: number, id: number, { by, answer }: { by: Helper; answer: string }): Refusal | null {
		const found = this.find(classId, id);
		if (!found || found.endedAt) return over();
		const who = { takenBy: by.id, takenName: by.name, takenAt: found.takenAt ?? new Date() };
		this.#end(found, { ...who, end: 'helped', answer: answer.trim().slice(0, WORDS_MAX) });
		return null;
	}

	#end(found: HelpRequest, changes: Partial<HelpRequest>): void {
		this.#db
			.update(helpRequests)
			.set({ ...changes, endedAt: new Date() })
			.where(isOpen(found.classId, found.id))
			.run();
		this.#tell(found);
	}

	#before({ id, classId }: HelpRequest): number {
		const { takenAt, endedAt } = helpRequests;
		const earlier = and(eq(helpRequests.classId, classId), lt(helpRequests.id, id));
		const waits = and(earlier, isNull(takenAt), isNull(endedAt));
		return this.#db.select({ n: count() }).from(helpRequests).where(waits).get()?.n ?? 0;
	}

	#today(userId: number): number {
		const late = gt(helpRequests.askedAt, new Date(Date.now() - DAY));
		const where = and(eq(helpRequests.userId, userId), late);
		return this.#db.select({ n: count() }).from(helpRequests).where(where).get()?.n ?? 0;
	}

	/** Who asked, and everybody whose place in the queue it changes. */
	#tell({ userId, classId, id }: HelpRequest): void {
		this.#bulletin.tell(userId);
		for (const other of this.waiting(classId)) if (other.id > id) this.#bulletin.tell(other.userId);
	}
}

const over = (): Refusal => ({ refused: t('This request is over: it was withdrawn or answered.') });
const elsewhere = (): Refusal => ({
	refused: t(
		'You wait for help in another lab already. Withdraw that request first, on the page of that lab.'
	)
});

const isOpen = (classId: number, id: number) =>
	and(eq(helpRequests.classId, classId), eq(helpRequests.id, id), isNull(helpRequests.endedAt));

/** The first task that is open, and in it what does not hold, the looked at before the untried. */
export function stuckAt(tasks: TaskStanding[]) {
	const here = tasks.find(({ state }) => state === 'open');
	const wrong = here?.checks.find(({ state }) => state === 'fail' || state === 'error');
	return { task: here?.id ?? null, check: wrong?.id ?? null, message: wrong?.message ?? '' };
}

/** Asked with every page of a lab, as are the next two: put together once. */
const openOf = (db: Db) =>
	db
		.select()
		.from(helpRequests)
		.where(and(eq(helpRequests.userId, sql.placeholder('userId')), isNull(helpRequests.endedAt)))
		.prepare();

function answeredOf(db: Db) {
	const { userId, end, endedAt, id } = helpRequests;
	const lately = gt(endedAt, sql.placeholder('after'));
	return db
		.select()
		.from(helpRequests)
		.where(and(eq(userId, sql.placeholder('userId')), eq(end, 'helped'), lately))
		.orderBy(desc(id))
		.limit(LISTED)
		.prepare();
}

/** Classes of somebody with an instructor who is somebody else, and whether they were given this lab. */
function classesOf(db: Db) {
	const userId = sql.placeholder('userId');
	const given = and(
		eq(assignments.classId, classes.id),
		or(
			and(eq(assignments.kind, 'lab'), eq(assignments.target, sql.placeholder('labId'))),
			and(eq(assignments.kind, 'course'), eq(assignments.target, sql.placeholder('courseId'))),
			and(
				eq(assignments.kind, 'track'),
				sql`${assignments.target} in (select value from json_each(${sql.placeholder('tracks')}))`
			)
		)
	);
	const teaches = and(
		eq(users.id, classInstructors.userId),
		ne(users.role, 'learner'),
		isNull(users.disabledAt)
	);
	return db
		.select({ id: classes.id, title: classes.title, given: assignments.id })
		.from(classMembers)
		.innerJoin(classes, and(eq(classes.id, classMembers.classId), isNull(classes.archivedAt)))
		.innerJoin(classInstructors, eq(classInstructors.classId, classes.id))
		.innerJoin(users, teaches)
		.leftJoin(assignments, given)
		.where(and(eq(classMembers.userId, userId), ne(users.id, userId)))
		.orderBy(desc(classes.id))
		.prepare();
}
