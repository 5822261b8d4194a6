/** Assignments: the labs, courses and tracks a class is given to do, until when, and who has more time. */
import { and, asc, eq, isNull, or, lte } from 'drizzle-orm';
import type { Bulletin } from '../bulletin.ts';
import {
	ASSIGNABLE,
	assignments,
	classes,
	COUNTINGS,
	classMembers,
	extensions,
	users,
	type Assignment,
	type Db,
	type Extension
} from '#lib/server/db/index.ts';
import type { Course, Lab, Track } from '#lib/server/labs/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { t } from '#lib/words/index.ts';
import { termsFor, type Terms } from './lateness.ts';
import { instantOf, isZone, writtenIn } from './zone.ts';

export type Field = 'target' | 'counting' | 'zone' | 'opens' | 'due' | 'closes' | 'late' | 'name' | 'reason';
export type FieldRefusal = Refusal & { field: Field };

/** As a form has it: moments are written in the zone, empty for none. */
export interface Written {
	/** `lab/<id>`, `course/<id>` or `track/<id>`. */
	target: string;
	zone: string;
	opens: string;
	due: string;
	closes: string;
	late: string;
	counting: string;
}

export interface AssignmentOnList extends Assignment {
	title: string;
	/** Ids of its labs that are there. */
	labIds: string[];
}

/** What somebody has to do. */
export interface Due extends Terms, Pick<Assignment, 'kind' | 'target'> {
	id: number;
	classTitle: string;
	title: string;
	zone: string;
	labIds: string[];
}

export interface Extended extends Extension {
	name: string;
}

interface Options {
	db: Db;
	bulletin: Bulletin;
	labs: Assigned;
}

/** Where to look up what can be assigned. */
export interface Assigned {
	lab(id: string): Lab | null;
	course(id: string): Course | null;
	track(id: string): Track | null;
}

const PER_CLASS = 200;
const REASON_MAX = 200;

export class Assignments {
	readonly #db: Db;
	readonly #bulletin: Bulletin;
	readonly #labs: Options['labs'];

	constructor({ db, bulletin, labs }: Options) {
		this.#db = db;
		this.#bulletin = bulletin;
		this.#labs = labs;
	}

	/** Of a class, the next due first, those without a date last. */
	of(classId: number): AssignmentOnList[] {
		return this.#db
			.select()
			.from(assignments)
			.where(eq(assignments.classId, classId))
			.orderBy(asc(assignments.id))
			.all()
			.map((row) => this.#onList(row))
			.toSorted((a, b) => (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity) || a.id - b.id);
	}

	find(classId: number, id: number): AssignmentOnList | null {
		const where = and(eq(assignments.classId, classId), eq(assignments.id, id));
		const row = this.#db.select().from(assignments).where(where).get();
		return row ? this.#onList(row) : null;
	}

	/** Its dates as a form has them. */
	written(
		{ opensAt, dueAt, closesAt, latePercent, counting }: Assignment,
		zone: string
	): Omit<Written, 'target' | 'zone'> {
		return {
			opens: writtenIn(opensAt, zone),
			due: writtenIn(dueAt, zone),
			closes: writtenIn(closesAt, zone),
			late: `${latePercent}`,
			counting
		};
	}

	give(classId: number, written: Written): Assignment | FieldRefusal {
		const read = this.#read(written);
		if ('refused' in read) return read;
		if (this.of(classId).length >= PER_CLASS)
			return refuse(
				'target',
				t('A class has at most {most} assignments. Take one back first.', { most: PER_CLASS })
			);
		const [kind, target] = read.target;
		const row = { classId, kind, target, ...read.dates, createdAt: new Date() };
		const made = this.#db.insert(assignments).values(row).returning().get();
		this.#keepZone(classId, written.zone);
		this.#tell(classId);
		return made;
	}

	/** What it would be with these dates and rules; nothing is changed. */
	as(found: AssignmentOnList, written: Omit<Written, 'target'>): AssignmentOnList | FieldRefusal {
		const read = this.#read({ ...written, target: `${found.kind}/${found.target}` }, true);
		return 'refused' in read ? read : { ...found, ...read.dates };
	}

	/** Other dates; what is to be done stays. */
	change(found: Assignment, written: Omit<Written, 'target'>): FieldRefusal | null {
		const read = this.#read({ ...written, target: `${found.kind}/${found.target}` }, true);
		if ('refused' in read) return read;
		this.#db.update(assignments).set(read.dates).where(eq(assignments.id, found.id)).run();
		this.#keepZone(found.classId, written.zone);
		this.#tell(found.classId);
		return null;
	}

	takeBack({ id, classId }: Assignment): void {
		this.#db.delete(assignments).where(eq(assignments.id, id)).run();
		this.#tell(classId);
	}

	/** More time for one person; giving again replaces what was given. */
	extend(
		found: Assignment,
		given: { userId: number; due: string; zone: string; reason: string },
		by: number
	): FieldRefusal | null {
		if (!found.dueAt) return refuse('due', t('It has no due date, so nobody needs more time.'));
		const dueAt = instantOf(given.due, given.zone);
		if (!dueAt || dueAt <= found.dueAt) return refuse('due', t('Give a date and time after the due date.'));
		const reason = given.reason.trim().slice(0, REASON_MAX);
		if (!reason) return refuse('reason', t('Say why, for whoever looks at it later.'));
		const set = { dueAt, reason, givenBy: by, givenAt: new Date() };
		this.#db
			.insert(extensions)
			.values({ assignmentId: found.id, userId: given.userId, ...set })
			.onConflictDoUpdate({ target: [extensions.assignmentId, extensions.userId], set })
			.run();
		this.#bulletin.tell(given.userId);
		return null;
	}

	unextend(assignmentId: number, userId: number): void {
		const which = and(eq(extensions.assignmentId, assignmentId), eq(extensions.userId, userId));
		this.#db.delete(extensions).where(which).run();
		this.#bulletin.tell(userId);
	}

	extensions(assignmentId: number): Extended[] {
		return this.#db
			.select({ extension: extensions, name: users.name })
			.from(extensions)
			.innerJoin(users, eq(users.id, extensions.userId))
			.where(eq(extensions.assignmentId, assignmentId))
			.orderBy(asc(users.signInName))
			.all()
			.map(({ extension, name }) => ({ ...extension, name }));
	}

	/** What this person has to do in all their classes, as far as it is open, the next due first. */
	duesOf(userId: number, now = new Date()): Due[] {
		const theirs = and(eq(extensions.assignmentId, assignments.id), eq(extensions.userId, userId));
		return this.#db
			.select({ row: assignments, title: classes.title, zone: classes.zone, extension: extensions })
			.from(classMembers)
			.innerJoin(classes, and(eq(classes.id, classMembers.classId), isNull(classes.archivedAt)))
			.innerJoin(assignments, eq(assignments.classId, classes.id))
			.leftJoin(extensions, theirs)
			.where(
				and(eq(classMembers.userId, userId), or(isNull(assignments.opensAt), lte(assignments.opensAt, now)))
			)
			.all()
			.map(({ row, title, zone, extension }) => {
				const { id, title: what, labIds } = this.#onList(row);
				return {
					...{ id, kind: row.kind, target: row.target },
					classTitle: title,
					title: what,
					labIds,
					zone: zone ?? 'UTC',
					...termsFor(row, extension)
				};
			})
			.filter(({ labIds }) => labIds.length > 0)
			.toSorted((a, b) => (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity) || a.id - b.id);
	}

	#onList(row: Assignment): AssignmentOnList {
		const { title, labIds } = this.#whatIs(row.kind, row.target) ?? {
			title: t('{target} (no longer here)', { target: row.target }),
			labIds: []
		};
		return { ...row, title, labIds };
	}

	/** What is assigned, with the ids of its labs that are there; null when it is not there itself. */
	#whatIs(kind: Assignment['kind'], target: string): { title: string; labIds: string[] } | null {
		const found =
			kind === 'lab'
				? this.#labs.lab(target)
				: kind === 'course'
					? this.#labs.course(target)
					: this.#labs.track(target);
		if (!found) return null;
		if ('modules' in found)
			return { title: found.title, labIds: found.modules.flatMap(({ labs }) => labs.map(({ id }) => id)) };
		const ids = 'labs' in found ? found.labs : [found.id];
		return { title: found.title, labIds: ids.filter((id) => this.#labs.lab(id)) };
	}

	#read(written: Written, known = false): ReadAssignment | FieldRefusal {
		const [word, target = ''] = written.target.split('/', 2);
		const kind = ASSIGNABLE.find((one) => one === word);
		if (!kind || (!known && !this.#whatIs(kind, target)))
			return refuse('target', t('Choose a lab, a course or a track.'));
		const dates = datesOf(written);
		return 'refused' in dates ? dates : { target: [kind, target], dates };
	}

	#keepZone(classId: number, zone: string): void {
		this.#db.update(classes).set({ zone }).where(eq(classes.id, classId)).run();
	}

	#tell(classId: number): void {
		const rows = this.#db.select().from(classMembers).where(eq(classMembers.classId, classId)).all();
		for (const { userId } of rows) this.#bulletin.tell(userId);
	}
}

type Dates = Pick<Assignment, 'opensAt' | 'dueAt' | 'closesAt' | 'latePercent' | 'counting'>;

interface ReadAssignment {
	target: [Assignment['kind'], string];
	dates: Dates;
}

function datesOf(written: Omit<Written, 'target'>): Dates | FieldRefusal {
	if (!isZone(written.zone))
		return refuse('zone', t('This is no time zone. Write one like Europe/Paris, or UTC.'));
	for (const field of ['opens', 'due', 'closes'] as const)
		if (written[field] && !instantOf(written[field], written.zone))
			return refuse(field, t('This is no date and time. Write it as 2026-11-23T18:00.'));
	const [opensAt, dueAt, closesAt] = [written.opens, written.due, written.closes].map((moment) =>
		instantOf(moment, written.zone)
	) as [Date | null, Date | null, Date | null];
	const latePercent = Number(written.late); // nothing written is 0
	if (!Number.isInteger(latePercent) || latePercent < 0 || latePercent > 100)
		return refuse('late', t('Give a whole number from 0 to 100.'));
	const counting = COUNTINGS.find((one) => one === written.counting);
	if (!counting) return refuse('counting', t('Choose which work counts.'));
	const dates = { opensAt, dueAt, closesAt, latePercent, counting };
	return disorder(dates) ?? dates;
}

function disorder({ opensAt, dueAt, closesAt }: Dates): FieldRefusal | null {
	if (opensAt && dueAt && dueAt <= opensAt) return refuse('due', t('It must be due after it opens.'));
	if (closesAt && (!dueAt || closesAt < dueAt))
		return refuse(
			'closes',
			t('Work cannot end to count before it is due. Give a due date, and an end after it.')
		);
	return null;
}

const refuse = (field: Field, refused: string): FieldRefusal => ({ field, refused });
