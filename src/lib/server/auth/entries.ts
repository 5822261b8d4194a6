/**
 * Entries: codes with which somebody chooses a password, once. For accounts that somebody else has
 * made, and for lost passwords. Only the hash is kept; who may make one is decided elsewhere.
 */
import { and, eq, gt, isNull } from 'drizzle-orm';
import { entries, users, type Db, type User } from '#lib/server/db/index.ts';
import { t } from '#lib/words/index.ts';
import { busy, refuse, refuseFor, type FormRefusal } from './form-refusal.ts';
import { passwordProblem } from './password-rules.ts';
import type { Passwords } from './passwords.ts';
import { hashCode, newCode } from './secret.ts';
import type { Tries } from './tries.ts';

/** Whose code it is. */
export interface Entry {
	userId: number;
	name: string;
	/** They have no password yet. */
	isNew: boolean;
}

/** Long enough for a roster that is printed the week before. */
export const ENTRY_DAYS = 14;
const DAY = 24 * 60 * 60 * 1000;

const GONE = 'This code is mistyped, used up or too old. Ask for another where you got it.';

export class Entries {
	#db: Db;
	#passwords: Passwords;
	#tries: Tries;

	constructor(db: Db, passwords: Passwords, tries: Tries) {
		this.#db = db;
		this.#passwords = passwords;
		this.#tries = tries;
	}

	/** The code is in the answer and nowhere else; the one before it is void. */
	make(userId: number, createdBy: number): string {
		const code = newCode();
		const now = Date.now();
		this.#db.transaction((rows) => {
			rows.delete(entries).where(eq(entries.userId, userId)).run();
			rows
				.insert(entries)
				.values({
					...{ userId, createdBy, codeHash: hashCode(code), createdAt: new Date(now) },
					expiresAt: new Date(now + ENTRY_DAYS * DAY)
				})
				.run();
		});
		return code;
	}

	find(code: string, rows: Pick<Db, 'select'> = this.#db): Entry | null {
		const row = rows
			.select({ userId: users.id, name: users.name, passwordHash: users.passwordHash })
			.from(entries)
			.innerJoin(users, and(eq(users.id, entries.userId), isNull(users.disabledAt)))
			.where(and(eq(entries.codeHash, hashCode(code)), gt(entries.expiresAt, new Date())))
			.get();
		return row ? { userId: row.userId, name: row.name, isNew: row.passwordHash === '' } : null;
	}

	/** Wrong codes are counted, right ones are not: a whole class may come from one address. */
	async use(
		{ code, password }: { code: string; password: string },
		address: string
	): Promise<User | FormRefusal> {
		const entry = this.find(code);
		if (!entry) {
			const wait = await this.#tries.signUp(address);
			return wait ? refuseFor(wait) : refuse('code', t(GONE));
		}
		const wrong = passwordProblem(password, entry.name);
		if (wrong) return refuse('password', wrong);
		if (this.#passwords.busy) return busy();
		const passwordHash = await this.#passwords.hash(password);
		return this.#db.transaction(
			(rows): User | FormRefusal => {
				// Whoever came first with this code while we were hashing has used it.
				if (!this.find(code, rows)) return refuse('code', t(GONE));
				rows.delete(entries).where(eq(entries.userId, entry.userId)).run();
				return rows.update(users).set({ passwordHash }).where(eq(users.id, entry.userId)).returning().get()!;
			},
			{ behavior: 'immediate' }
		);
	}
}
