/**
 * People: who has an account, what they may do here, and who is invited.
 *
 * For operators. Knows no passwords and starts no sessions: that is auth's.
 */
import { and, asc, count, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import { foldName, type Auth } from '#lib/server/auth/index.ts';
import { isSomebody, sessions, users, type Db, type Role, type User } from '#lib/server/db/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { t } from '#lib/words/index.ts';
import { Invitations } from './invitations.ts';

export type { Invitations, InvitationToMake, OpenInvitation } from './invitations.ts';

/** Somebody with an account, without what only auth may see. */
export type Person = Pick<User, 'id' | 'name' | 'role' | 'createdAt' | 'disabledAt'>;

/** One page of a list of people. */
export interface PeoplePage {
	people: Person[];
	/** How many match in all. */
	total: number;
	/** The number of this page and of the last one, from 1. */
	page: number;
	pages: number;
}

/** Somebody who is signed in. */
export interface SignedIn extends Pick<User, 'id' | 'name' | 'role'> {
	/** When they last signed in. */
	since: Date;
	browsers: number;
}

export const PEOPLE_PER_PAGE = 50;

const lastOperator = (): Refusal => ({
	refused: t('This is the last operator. Make somebody else an operator first.')
});
const nobody = (): Refusal => ({ refused: t('There is no such person. Reload the page.') });

const person = {
	id: users.id,
	name: users.name,
	role: users.role,
	createdAt: users.createdAt,
	disabledAt: users.disabledAt
};

/** The account of somebody; trials have none that could be changed. */
const theirs = (id: number) => and(eq(users.id, id), isSomebody);

export class People {
	readonly invitations: Invitations;
	#db: Db;
	#auth: Pick<Auth, 'signOutEverywhere' | 'entryCode'>;

	constructor(db: Db, auth: Pick<Auth, 'signOutEverywhere' | 'entryCode'>) {
		this.invitations = new Invitations(db);
		this.#db = db;
		this.#auth = auth;
	}

	/** People whose name contains `search`, by name. A page beyond the last shows the last. */
	list({ search = '', page = 1 }: { search?: string; page?: number } = {}): PeoplePage {
		const named =
			search.trim() === '' ? undefined : sql`instr(${users.signInName}, ${foldName(search.trim())}) > 0`;
		const wanted = and(isSomebody, named);
		const total = this.#db.select({ total: count() }).from(users).where(wanted).get()?.total ?? 0;
		const pages = Math.max(1, Math.ceil(total / PEOPLE_PER_PAGE));
		const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
		const people = this.#db
			.select(person)
			.from(users)
			.where(wanted)
			.orderBy(asc(users.signInName), asc(users.id))
			.limit(PEOPLE_PER_PAGE)
			.offset((shown - 1) * PEOPLE_PER_PAGE)
			.all();
		return { people, total, page: shown, pages };
	}

	/** Who is signed in now: the one who came last first, each once, with how many browsers that is. */
	signedIn(limit: number): { total: number; people: SignedIn[] } {
		const open = this.#db
			.select({
				...{ id: users.id, name: users.name, role: users.role },
				since: sql`max(${sessions.createdAt})`.mapWith(sessions.createdAt).as('since'),
				browsers: count().as('browsers')
			})
			.from(sessions)
			.innerJoin(users, and(eq(users.id, sessions.userId), isSomebody))
			.where(gt(sessions.expiresAt, new Date()))
			.groupBy(users.id)
			.as('open');
		const total = this.#db.select({ total: count() }).from(open).get()?.total ?? 0;
		return { total, people: this.#db.select().from(open).orderBy(desc(open.since)).limit(limit).all() };
	}

	/** Whether this is an instructor or an operator who can sign in, at this moment. */
	isStaff(id: number): boolean {
		const row = this.#db.select(person).from(users).where(eq(users.id, id)).get();
		return row !== undefined && row.role !== 'learner' && row.disabledAt === null;
	}

	/** Counts from the person's next request on. */
	changeRole(id: number, role: Role): Person | Refusal {
		return this.#change(id, { role }, role !== 'operator');
	}

	/** Switch an account off: it cannot sign in, and its sessions end now. */
	async disable(id: number): Promise<Person | Refusal> {
		const changed = this.#change(id, { disabledAt: new Date() }, true);
		if (!('refused' in changed)) await this.#auth.signOutEverywhere(id);
		return changed;
	}

	enable(id: number): Person | Refusal {
		return this.#change(id, { disabledAt: null }, false);
	}

	/** A code with which somebody who has lost their password chooses another, once. */
	newEntry(id: number, by: number): { name: string; code: string } | Refusal {
		const row = this.#db.select(person).from(users).where(theirs(id)).get();
		if (!row) return nobody();
		if (row.disabledAt)
			return { refused: t('{name} is switched off. Switch them on first.', { name: row.name }) };
		return { name: row.name, code: this.#auth.entryCode(id, by) };
	}

	/** `losesOperator`: this would leave one operator fewer, so there must be another. */
	#change(
		id: number,
		to: Partial<Pick<User, 'role' | 'disabledAt'>>,
		losesOperator: boolean
	): Person | Refusal {
		return this.#db.transaction(
			(rows): Person | Refusal => {
				if (losesOperator && isLastOperator(rows, id)) return lastOperator();
				return rows.update(users).set(to).where(theirs(id)).returning(person).get() ?? nobody();
			},
			{ behavior: 'immediate' }
		);
	}
}

/** Whether this person is an operator, and nobody else who can sign in is. */
function isLastOperator(rows: Pick<Db, 'select'>, id: number): boolean {
	const active = and(eq(users.role, 'operator'), isNull(users.disabledAt));
	const those = (which: typeof active) => rows.select({ id: users.id }).from(users).where(which).get();
	return (
		those(and(active, eq(users.id, id))) !== undefined && those(and(active, ne(users.id, id))) === undefined
	);
}
