/** The gradebook: points of everybody in everything, what was changed by hand and why, and a file of it. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import { stringify } from 'csv-stringify/sync';
import { adjustments, users, type Db } from '#lib/server/db/index.ts';
import { pointsIn, type Lab } from '#lib/server/labs/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { t } from '#lib/words/index.ts';
import type { AssignmentOnList, Assignments } from './assignments.ts';
import type { MemberOnList, Roster } from './roster.ts';
import { scoresOf } from './scores.ts';

export interface Grade {
	/** What counts: earned, less what being late costs, with what was changed by hand. Null: nothing was done. */
	points: number | null;
	of: number;
	daysLate: number;
	/** Added by hand; 0 when nothing was. */
	adjusted: number;
}

export interface GradeRow {
	member: Pick<MemberOnList, 'userId' | 'name' | 'fullName' | 'number'>;
	/** In the order of the assignments. */
	grades: Grade[];
	total: number;
}

export interface Adjustment {
	points: number;
	reason: string;
	by: string | null;
	at: Date;
}

/** Somebody whose points other rules would change. */
export interface Regraded {
	member: Pick<MemberOnList, 'userId' | 'name' | 'fullName'>;
	now: Grade;
	then: Grade;
}

interface Options {
	db: Db;
	labs: { lab(id: string): Lab | null };
}

const REASON_MAX = 300;
const POINTS_MAX = 10_000;
/** So many people are asked for at once. */
const AT_ONCE = 50;

export class Gradebook {
	readonly #db: Db;
	readonly #labs: Options['labs'];
	readonly #roster: Pick<Roster, 'list' | 'all'>;
	readonly #assignments: Pick<Assignments, 'of'>;

	constructor(
		{ db, labs }: Options,
		{ roster, assignments }: { roster: Pick<Roster, 'list' | 'all'>; assignments: Pick<Assignments, 'of'> }
	) {
		this.#db = db;
		this.#labs = labs;
		this.#roster = roster;
		this.#assignments = assignments;
	}

	/** One page of people. */
	page(classId: number, wanted: { search?: string; page?: number }) {
		const { members, ...rest } = this.#roster.list(classId, wanted);
		const assignments = this.#assignments.of(classId);
		return { ...rest, assignments, rows: this.#rows(assignments, members) };
	}

	/** Points of one person in one assignment. */
	grade(assignment: AssignmentOnList, userId: number): Grade {
		return this.#grades(assignment, [userId]).get(userId)!;
	}

	/** Who would have other points by other rules of the same assignment. Nothing is changed. */
	whoChanges(now: AssignmentOnList, then: AssignmentOnList): Regraded[] {
		const members = this.#roster.all(now.classId);
		const regraded: Regraded[] = [];
		for (let at = 0; at < members.length; at += AT_ONCE) {
			const some = members.slice(at, at + AT_ONCE);
			const ids = some.map(({ userId }) => userId);
			const [before, after] = [this.#grades(now, ids), this.#grades(then, ids)];
			for (const { userId, name, fullName } of some) {
				const [one, other] = [before.get(userId)!, after.get(userId)!];
				if (one.points !== other.points)
					regraded.push({ member: { userId, name, fullName }, now: one, then: other });
			}
		}
		return regraded;
	}

	/** Add points by hand, or take some off; 0 takes back what was. The last one counts, all are kept. */
	adjust(
		{ assignmentId, userId }: { assignmentId: number; userId: number },
		{ points, reason }: { points: number; reason: string },
		by: number
	): (Refusal & { field: 'points' | 'reason' }) | null {
		if (!Number.isFinite(points) || Math.abs(points) > POINTS_MAX)
			return {
				field: 'points',
				refused: t('Give a number between -{most} and {most}.', { most: POINTS_MAX })
			};
		const why = reason.trim().slice(0, REASON_MAX);
		if (!why) return { field: 'reason', refused: t('Say why, for whoever looks at it later.') };
		const row = { assignmentId, userId, points: rounded(points), reason: why, by, at: new Date() };
		this.#db.insert(adjustments).values(row).run();
		return null;
	}

	/** Newest first. */
	adjustments(assignmentId: number, userId: number): Adjustment[] {
		return this.#db
			.select({ points: adjustments.points, reason: adjustments.reason, by: users.name, at: adjustments.at })
			.from(adjustments)
			.leftJoin(users, eq(users.id, adjustments.by))
			.where(and(eq(adjustments.assignmentId, assignmentId), eq(adjustments.userId, userId)))
			.orderBy(desc(adjustments.id))
			.all();
	}

	/** All of it for a spreadsheet, in which no cell can be a formula. */
	file(classId: number): string {
		const assignments = this.#assignments.of(classId);
		const rows = this.#rows(assignments, this.#roster.all(classId));
		const head = ['name', 'full name', 'id', ...assignments.map((one) => one.title), 'total', 'out of'];
		const of = rows[0]?.grades.reduce((sum, grade) => sum + grade.of, 0) ?? 0;
		const lines = rows.map(({ member, grades, total }) => [
			...[member.name, member.fullName, member.number],
			...grades.map(({ points }) => points ?? ''),
			...[total, of]
		]);
		// Numbers stay numbers: only what people have written can be a formula, and is made text.
		return stringify([head, ...lines], { escape_formulas: true, bom: true, cast: { number: String } });
	}

	#rows(assignments: AssignmentOnList[], members: MemberOnList[]): GradeRow[] {
		const rows: GradeRow[] = [];
		for (let at = 0; at < members.length; at += AT_ONCE) {
			const some = members.slice(at, at + AT_ONCE);
			const ids = some.map(({ userId }) => userId);
			const columns = assignments.map((assignment) => this.#grades(assignment, ids));
			for (const { userId, name, fullName, number } of some) {
				const grades = columns.map((column) => column.get(userId)!);
				const total = rounded(grades.reduce((sum, { points }) => sum + (points ?? 0), 0));
				rows.push({ member: { userId, name, fullName, number }, grades, total });
			}
		}
		return rows;
	}

	#grades(assignment: AssignmentOnList, userIds: number[]): Map<number, Grade> {
		const labs = assignment.labIds.flatMap((id) => this.#labs.lab(id) ?? []);
		const scores = scoresOf({ db: this.#db, assignment, labs, userIds });
		const adjusted = this.#adjusted(assignment.id, userIds);
		const of = labs.reduce((sum, lab) => sum + pointsIn(lab), 0);
		return new Map(
			userIds.map((userId) => {
				const done = labs.flatMap(({ id }) => scores.get(`${userId}/${id}`) ?? []);
				const more = adjusted.get(userId) ?? 0;
				const earned = done.reduce((sum, { points }) => sum + points, 0);
				const points = done.length === 0 && more === 0 ? null : rounded(Math.max(0, earned + more));
				const daysLate = Math.max(0, ...done.map((one) => one.daysLate));
				return [userId, { points, of, daysLate, adjusted: more }];
			})
		);
	}

	#adjusted(assignmentId: number, userIds: number[]): Map<number, number> {
		if (userIds.length === 0) return new Map();
		const rows = this.#db
			.select()
			.from(adjustments)
			.where(and(eq(adjustments.assignmentId, assignmentId), inArray(adjustments.userId, userIds)))
			.orderBy(adjustments.id)
			.all();
		return new Map(rows.map(({ userId, points }) => [userId, points]));
	}
}

const rounded = (points: number) => Math.round(points * 10) / 10;
