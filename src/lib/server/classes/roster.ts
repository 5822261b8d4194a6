/** Who is in a class: brought by a file, come by a code, sent away. */
import { and, asc, count, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { stringify } from 'csv-stringify/sync';
import { foldName, type Auth } from '#lib/server/auth/index.ts';
import type { Bulletin } from '../bulletin.ts';
import { classes, classMembers, users, type ClassMember, type Db, type User } from '#lib/server/db/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { t, type Phrase } from '#lib/words/index.ts';
import { readRoster, type LineProblem, type Listed } from './roster-file.ts';

/** Somebody with the code that lets them in; shown once. */
export interface Arrival {
	name: string;
	fullName: string;
	code: string;
}

/** What came of a file. With problems nobody was brought. */
export interface Brought {
	problems: LineProblem[];
	ignored: string[];
	arrivals: Arrival[];
	/** How many had an account already and are in the class now. */
	known: number;
	/** How many were in it before. */
	before: number;
}

export interface MemberOnList extends Pick<
	ClassMember,
	'userId' | 'fullName' | 'number' | 'way' | 'joinedAt'
> {
	name: string;
	/** Has an account, and has never chosen a password. */
	isWaiting: boolean;
	/** Instructors may give them a new way in. */
	canReset: boolean;
}

export interface MembersPage {
	members: MemberOnList[];
	total: number;
	page: number;
	pages: number;
}

export const MEMBERS_PER_PAGE = 50;
const MEMBERS_MAX = 2000;

type Rows = Pick<Db, 'select' | 'insert'>;
type Account = Pick<User, 'id' | 'name' | 'role' | 'signInName'>;

export class Roster {
	readonly #db: Db;
	readonly #auth: Pick<Auth, 'entryCode'>;
	readonly #bulletin: Bulletin;

	constructor({ db, auth, bulletin }: { db: Db; auth: Pick<Auth, 'entryCode'>; bulletin: Bulletin }) {
		this.#db = db;
		this.#auth = auth;
		this.#bulletin = bulletin;
	}

	/** People whose name, full name or number contains `search`, by name. A page beyond the last shows the last. */
	list(classId: number, { search = '', page = 1 }: { search?: string; page?: number } = {}): MembersPage {
		const where = and(eq(classMembers.classId, classId), found(search));
		const counted = this.#db
			.select({ total: count() })
			.from(classMembers)
			.innerJoin(users, eq(users.id, classMembers.userId))
			.where(where)
			.get();
		const total = counted?.total ?? 0;
		const pages = Math.max(1, Math.ceil(total / MEMBERS_PER_PAGE));
		const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
		const rows = this.#members(where, { limit: MEMBERS_PER_PAGE, offset: (shown - 1) * MEMBERS_PER_PAGE });
		return { members: rows, total, page: shown, pages };
	}

	/** Everybody, by name. */
	all(classId: number): MemberOnList[] {
		return this.#members(eq(classMembers.classId, classId), { limit: MEMBERS_MAX, offset: 0 });
	}

	has(classId: number, userId: number): boolean {
		return this.find(classId, userId) !== null;
	}

	/** Everybody in a file comes, or, when something in it is wrong, nobody. */
	bring(classId: number, bytes: Uint8Array, by: number): Brought {
		const { people, problems, ignored } = readRoster(bytes);
		const wrong = problems.length > 0 ? problems : this.#problemsOf(classId, people);
		if (wrong.length > 0) return { problems: wrong, ignored, arrivals: [], known: 0, before: 0 };
		const came = this.#db.transaction((rows) => people.map((one) => bringOne(rows, classId, one)), {
			behavior: 'immediate'
		});
		for (const { account } of came) this.#bulletin.tell(account.id);
		const made = came.filter(({ how }) => how === 'made');
		return {
			...{ problems: [], ignored },
			arrivals: made.map(({ account, fullName }) => this.#arrival(account, fullName, by)),
			known: came.filter(({ how }) => how === 'listed').length,
			before: came.filter(({ how }) => how === 'before').length
		};
	}

	/** Everybody in the classes of this person that go on, without themselves. */
	mates(userId: number): number[] {
		const own = alias(classMembers, 'own');
		return this.#db
			.selectDistinct({ userId: classMembers.userId })
			.from(own)
			.innerJoin(classes, and(eq(classes.id, own.classId), isNull(classes.archivedAt)))
			.innerJoin(classMembers, and(eq(classMembers.classId, own.classId), ne(classMembers.userId, userId)))
			.where(eq(own.userId, userId))
			.all()
			.map((mate) => mate.userId);
	}

	/** Come by the code of the class. */
	welcome(classId: number, userId: number): void {
		this.#db
			.insert(classMembers)
			.values({ classId, userId, way: 'code', joinedAt: new Date() })
			.onConflictDoNothing()
			.run();
		this.#bulletin.tell(userId);
	}

	/** Their account and their work stay. */
	remove(classId: number, userId: number): void {
		this.#db.delete(classMembers).where(memberIs(classId, userId)).run();
		this.#bulletin.tell(userId);
	}

	/** New codes for everybody whose account this class made and who has not come in yet. */
	codesForWaiting(classId: number, by: number): Arrival[] {
		return this.all(classId)
			.filter(({ isWaiting, canReset }) => isWaiting && canReset)
			.map((member) => this.#arrival({ id: member.userId, name: member.name }, member.fullName, by));
	}

	/** A new way in for somebody who has lost their password. */
	reset(classId: number, userId: number, by: number): Arrival | Refusal {
		const member = this.find(classId, userId);
		if (!member) return { refused: t('This person is not in the class any more. Reload the page.') };
		if (!member.canReset)
			return {
				refused: t('{name} had an account before this class did. Ask the operator.', { name: member.name })
			};
		return this.#arrival({ id: userId, name: member.name }, member.fullName, by);
	}

	/** A list of codes as a file for a spreadsheet, in which no cell can be a formula. */
	file(arrivals: Arrival[], linkOf: (code: string) => string): string {
		const lines = arrivals.map(({ name, fullName, code }) => ({
			...{ name, 'full name': fullName, code },
			link: linkOf(code)
		}));
		return stringify(lines, { header: true, escape_formulas: true, bom: true });
	}

	#arrival({ id, name }: Pick<User, 'id' | 'name'>, fullName: string, by: number): Arrival {
		return { name, fullName, code: this.#auth.entryCode(id, by) };
	}

	find(classId: number, userId: number): MemberOnList | null {
		return this.#members(memberIs(classId, userId), { limit: 1, offset: 0 })[0] ?? null;
	}

	#members(where: ReturnType<typeof and>, { limit, offset }: { limit: number; offset: number }) {
		return this.#db
			.select({ member: classMembers, name: users.name, hash: users.passwordHash, role: users.role })
			.from(classMembers)
			.innerJoin(users, eq(users.id, classMembers.userId))
			.where(where)
			.orderBy(asc(users.signInName), asc(users.id))
			.limit(limit)
			.offset(offset)
			.all()
			.map(({ member, name, hash, role }): MemberOnList => {
				const { userId, fullName, number, way, joinedAt } = member;
				// Who was put on a list has not agreed to anything: a new password is theirs to ask for elsewhere.
				const canReset = role === 'learner' && way !== 'listed';
				return { userId, name, fullName, number, way, joinedAt, isWaiting: hash === '', canReset };
			});
	}

	/** What only the accounts can tell. */
	#problemsOf(classId: number, people: Listed[]): LineProblem[] {
		const accounts = accountsOf(this.#db, people);
		const here = this.#db.select({ n: count() }).from(classMembers).where(eq(classMembers.classId, classId));
		if ((here.get()?.n ?? 0) + people.length > MEMBERS_MAX)
			return [
				{
					line: null,
					message: t('A class has at most {most} people. Make a second one.', { most: MEMBERS_MAX })
				}
			];
		return people.flatMap(({ line, name }) => {
			const account = accounts.get(foldName(name));
			return !account || account.role === 'learner'
				? []
				: [{ line, message: t(STAFF[account.role], { name }) }];
		});
	}
}

const STAFF = {
	instructor: '“{name}” is an instructor here. Add them as an instructor of the class.',
	operator: '“{name}” is an operator here. Add them as an instructor of the class.'
} as const satisfies Record<string, Phrase>;

function bringOne(rows: Rows, classId: number, { name, fullName, number }: Listed) {
	const known = rows
		.select()
		.from(users)
		.where(eq(users.signInName, foldName(name)))
		.get();
	const account = known ?? newAccount(rows, name);
	const way = known ? 'listed' : 'made';
	const inserted = rows
		.insert(classMembers)
		.values({ classId, userId: account.id, fullName, number, way, joinedAt: new Date() })
		.onConflictDoNothing()
		.returning()
		.get();
	return { account, fullName, how: inserted ? way : ('before' as const) };
}

const newAccount = (rows: Rows, name: string): Account =>
	rows
		.insert(users)
		.values({ name, signInName: foldName(name), passwordHash: '', role: 'learner', createdAt: new Date() })
		.returning()
		.get();

/** By folded name; SQLite takes so many values at once. */
function accountsOf(db: Db, people: Listed[]): Map<string, Account> {
	const names = people.map(({ name }) => foldName(name));
	const rows = db.select().from(users).where(inArray(users.signInName, names)).all();
	return new Map(rows.map((row) => [row.signInName ?? '', row]));
}

const memberIs = (classId: number, userId: number) =>
	and(eq(classMembers.classId, classId), eq(classMembers.userId, userId));

const found = (search: string) => {
	const wanted = foldName(search.trim());
	return wanted === ''
		? undefined
		: sql`(instr(${users.signInName}, ${wanted}) > 0 or instr(lower(${classMembers.fullName}), ${wanted}) > 0 or instr(lower(${classMembers.number}), ${wanted}) > 0)`;
};
