/**
 * Classes: people who learn together, and who teaches them.
 *
 * Knows who belongs where. Knows no machines and starts nothing; whoever asks has been let in by
 * the pages, which find a class only through `taughtBy` or `attendedBy`.
 */
import { and, asc, count, desc, eq, isNull } from 'drizzle-orm';
import { hashCode, type Auth } from '#lib/server/auth/index.ts';
import type { Bulletin } from '../bulletin.ts';
import {
	classes,
	classInstructors,
	classMembers,
	type ClassRow,
	type Db,
	type User
} from '#lib/server/db/index.ts';
import type { Invitations } from '#lib/server/people/index.ts';
import { refused, type Refusal } from '#lib/server/refusal.ts';
import { t } from '#lib/words/index.ts';
import { Assignments, type Assigned } from './assignments.ts';
import { Gradebook } from './gradebook.ts';
import { Roster } from './roster.ts';
import { Teachers } from './teachers.ts';

export type { AssignmentOnList, Assignments, Due, Extended } from './assignments.ts';
export type { Adjustment, Grade, Gradebook, GradeRow, Regraded } from './gradebook.ts';
export type { Arrival, Brought, MemberOnList, MembersPage, Roster } from './roster.ts';
export type { LineProblem } from './roster-file.ts';
export type { Teachers } from './teachers.ts';
export { instantOf, isZone } from './zone.ts';

type Staff = Pick<User, 'id' | 'role'>;

/** A class in a list of them. */
export interface ClassOnList extends ClassRow {
	people: number;
	instructors: string[];
}

export interface ClassesOptions {
	db: Db;
	auth: Pick<Auth, 'entryCode'>;
	bulletin: Bulletin;
	labs: Assigned;
	invitations: Pick<Invitations, 'create' | 'revokeCode'>;
}

const TITLE_MAX = 80;
/** How long a code to join is good, and how many may make an account with it. */
export const JOIN_DAYS = 30;
const JOIN_ACCOUNTS = 500;
const DAY = 24 * 60 * 60 * 1000;

export class Classes {
	readonly roster: Roster;
	readonly teachers: Teachers;
	readonly assignments: Assignments;
	readonly gradebook: Gradebook;
	readonly #db: Db;
	readonly #bulletin: Bulletin;
	readonly #invitations: ClassesOptions['invitations'];

	constructor(options: ClassesOptions) {
		this.roster = new Roster(options);
		this.teachers = new Teachers(options.db);
		this.assignments = new Assignments(options);
		this.gradebook = new Gradebook(options, this);
		this.#db = options.db;
		this.#bulletin = options.bulletin;
		this.#invitations = options.invitations;
	}

	/** Begin a class or a team, taught or led by who makes it. */
	create(title: string, by: Staff, kind: ClassRow['kind'] = 'class'): ClassRow | Refusal {
		const tidy = tidyTitle(title);
		if (refused(tidy)) return tidy;
		return this.#db.transaction((rows) => {
			const made = rows
				.insert(classes)
				.values({ title: tidy, kind, createdAt: new Date() })
				.returning()
				.get();
			rows.insert(classInstructors).values({ classId: made.id, userId: by.id }).run();
			return made;
		});
	}

	/** Those this person teaches, or all of them for an operator; the newest first, archived ones last. */
	taughtBy(staff: Staff): ClassOnList[] {
		if (staff.role === 'learner') return [];
		const rows = this.#db.select().from(classes).orderBy(desc(classes.id)).all();
		const mine = rows.filter(({ id }) => this.teachers.teaches(staff, id));
		return mine
			.map((row) => this.#onList(row))
			.toSorted((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null));
	}

	/** One of those; null for everybody else, so that a class nobody told you of is not there. */
	taught(staff: Staff, classId: number): ClassRow | null {
		return this.teachers.teaches(staff, classId) ? this.#find(classId) : null;
	}

	/** Those this learner is in and that are going on. */
	attendedBy(userId: number): ClassRow[] {
		return this.#db
			.select({ row: classes })
			.from(classMembers)
			.innerJoin(classes, and(eq(classes.id, classMembers.classId), isNull(classes.archivedAt)))
			.where(eq(classMembers.userId, userId))
			.orderBy(asc(classes.title))
			.all()
			.map(({ row }) => row);
	}

	rename(classId: number, title: string): Refusal | null {
		const tidy = tidyTitle(title);
		if (refused(tidy)) return tidy;
		this.#db.update(classes).set({ title: tidy }).where(eq(classes.id, classId)).run();
		return null;
	}

	/** It is over, or goes on after all. Its code to join is void then. */
	archive(classId: number, over: boolean): void {
		this.closeDoor(classId);
		this.#db
			.update(classes)
			.set({ archivedAt: over ? new Date() : null })
			.where(eq(classes.id, classId))
			.run();
		this.#tellMembers(classId);
	}

	/** A new code with which people join by themselves, new accounts as well; the one before is void. */
	openDoor(found: ClassRow, by: Staff): { code: string } | Refusal {
		if (found.archivedAt) return { refused: t('This class is archived. Bring it back first.') };
		this.closeDoor(found.id);
		const wanted = { role: 'learner' as const, uses: JOIN_ACCOUNTS, days: JOIN_DAYS };
		const made = this.#invitations.create({ ...wanted, note: `Class: ${found.title}` }, by.id);
		if ('refused' in made) return { refused: made.refused };
		const joinUntil = new Date(Date.now() + JOIN_DAYS * DAY);
		this.#db.update(classes).set({ joinCode: made.code, joinUntil }).where(eq(classes.id, found.id)).run();
		return made;
	}

	closeDoor(classId: number): void {
		const code = this.#find(classId)?.joinCode;
		if (code) this.#invitations.revokeCode(code);
		this.#db.update(classes).set({ joinCode: null, joinUntil: null }).where(eq(classes.id, classId)).run();
	}

	/** The class a code leads to; null when it leads nowhere any more. */
	byCode(code: string): ClassRow | null {
		const wanted = hashCode(code);
		const open = this.#db.select().from(classes).where(isNull(classes.archivedAt)).all();
		return (
			open.find(
				({ joinCode, joinUntil }) =>
					joinCode !== null && (joinUntil?.getTime() ?? 0) > Date.now() && hashCode(joinCode) === wanted
			) ?? null
		);
	}

	/** Come into a class by its code. Coming twice is coming once. */
	join(code: string, userId: number): ClassRow | Refusal {
		const found = this.byCode(code);
		if (!found)
			return { refused: t('This code is mistyped or no longer good. Ask your instructor for another.') };
		this.roster.welcome(found.id, userId);
		return found;
	}

	#find(classId: number): ClassRow | null {
		return this.#db.select().from(classes).where(eq(classes.id, classId)).get() ?? null;
	}

	#onList(row: ClassRow): ClassOnList {
		const members = eq(classMembers.classId, row.id);
		const people = this.#db.select({ people: count() }).from(classMembers).where(members).get()?.people ?? 0;
		const instructors = this.teachers.of(row.id).map(({ name }) => name);
		return { ...row, people, instructors };
	}

	#tellMembers(classId: number): void {
		const rows = this.#db.select().from(classMembers).where(eq(classMembers.classId, classId)).all();
		for (const { userId } of rows) this.#bulletin.tell(userId);
	}
}

function tidyTitle(title: string): string | Refusal {
	const tidy = title.trim().normalize('NFC');
	return tidy && tidy.length <= TITLE_MAX
		? tidy
		: { refused: t('Give it a name of at most {most} characters.', { most: TITLE_MAX }) };
}
