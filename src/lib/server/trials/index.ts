/**
 * Trials: authors who see a lab as a learner does, and who jump to any task of it.
 *
 * An author tries labs in an account that is nobody's: it belongs to them, cannot be signed in to, is
 * in no class, and is left out wherever people or their work are counted. So every page works there as
 * for a learner, and nothing of it ever counts. Which labs are tried is kept until the author ends it.
 */
import { and, eq, ne } from 'drizzle-orm';
import {
	attempts,
	hintsTaken,
	rounds,
	trials,
	users,
	type Db,
	type Run,
	type User
} from '#lib/server/db/index.ts';
import { Jumps, type JumpsOptions } from './jumps.ts';

export type { JumpView } from './jumps.ts';

/** Who tries, as pages know people. */
export type TrialAccount = Pick<User, 'id' | 'name' | 'role'>;

type Author = Pick<User, 'id' | 'name'>;

const account = { id: users.id, name: users.name, role: users.role };

export class Trials {
	readonly jumps: Jumps;
	readonly #db: Db;

	constructor({ db, ...rooms }: { db: Db } & JumpsOptions) {
		this.#db = db;
		this.jumps = new Jumps(rooms);
	}

	/** From now on the author meets this lab as a learner. */
	begin(author: Author, labId: string): TrialAccount {
		const own = this.account(author.id) ?? this.#make(author);
		this.#db.insert(trials).values({ authorId: author.id, labId }).onConflictDoNothing().run();
		return own;
	}

	/** What was tried goes: whoever tries the lab again begins as somebody new. */
	end(author: Pick<User, 'id'>, labId: string): void {
		this.#db.delete(trials).where(this.#trial(author.id, labId)).run();
		const userId = this.accountOf(author.id);
		if (userId === null) return;
		for (const table of [attempts, hintsTaken, rounds]) {
			this.#db
				.delete(table)
				.where(and(eq(table.userId, userId), eq(table.labId, labId)))
				.run();
		}
	}

	/** As whom this author meets this lab; null while they meet it as themselves. */
	accountIn(authorId: number, labId: string): TrialAccount | null {
		const on = this.#db.select().from(trials).where(this.#trial(authorId, labId)).get();
		return on ? this.account(authorId) : null;
	}

	accountOf = (authorId: number): number | null => this.account(authorId)?.id ?? null;

	/** Whether these are the machines of their own trial. Nobody's who is no author any more. */
	mayWork(userId: number, run: Pick<Run, 'userId'>): boolean {
		if (this.accountOf(userId) !== run.userId) return false;
		const stillAuthor = and(eq(users.id, userId), ne(users.role, 'learner'));
		return this.#db.select({ id: users.id }).from(users).where(stillAuthor).get() !== undefined;
	}

	/** Theirs, whatever they try just now; null when they have never tried anything. */
	account(authorId: number): TrialAccount | null {
		return this.#db.select(account).from(users).where(eq(users.trialOf, authorId)).get() ?? null;
	}

	/** It has no name to sign in with and no password: nobody comes in by it. */
	#make(author: Author): TrialAccount {
		const row = { name: `${author.name} (trial)`, passwordHash: '', role: 'learner' as const };
		this.#db
			.insert(users)
			.values({ ...row, trialOf: author.id, createdAt: new Date() })
			.onConflictDoNothing()
			.run();
		const made = this.account(author.id);
		if (!made) throw new Error(`No account for the trials of ${author.id} could be made.`);
		return made;
	}

	#trial = (authorId: number, labId: string) => and(eq(trials.authorId, authorId), eq(trials.labId, labId));
}
