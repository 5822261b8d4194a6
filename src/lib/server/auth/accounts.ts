/** Accounts: made with a name and a password, opened with both. */
import { eq } from 'drizzle-orm';
import { users, type Db, type Role, type User } from '#lib/server/db/index.ts';
import { t } from '#lib/words/index.ts';
import { busy, refuse, refuseFor, type FormRefusal } from './form-refusal.ts';
import { foldName, nameProblem, tidyName } from './names.ts';
import { passwordProblem, tooLong } from './password-rules.ts';
import type { Passwords } from './passwords.ts';
import type { Tries } from './tries.ts';

export interface Credentials {
	name: string;
	password: string;
}

/** Decides in the transaction that makes an account whether it may be made, and as what. */
export type Admit = (rows: Pick<Db, 'select' | 'insert' | 'update' | 'delete'>) => Role | FormRefusal;

export class Accounts {
	#db: Db;
	#passwords: Passwords;
	#tries: Tries;

	constructor(db: Db, passwords: Passwords, tries: Tries) {
		this.#db = db;
		this.#passwords = passwords;
		this.#tries = tries;
	}

	/** The person these credentials belong to. Unknown names and wrong passwords are told apart by nothing. */
	async open({ name, password }: Credentials, address: string): Promise<User | FormRefusal> {
		if (name.trim() === '') return refuse('name', t('Type your name.'));
		if (password === '') return refuse('password', t('Type your password.'));
		const folded = foldName(tidyName(name));
		const user = this.#db.select().from(users).where(eq(users.signInName, folded)).get() ?? null;

		const refused = await this.#prove(password, user, { name: folded, address });
		if (refused) return refused;
		if (!user || user.disabledAt) {
			return refuse(null, t('This account is switched off. Ask the operator to switch it on again.'));
		}
		return user;
	}

	/** Make an account, if `admit` lets it be made. */
	async create({ name, password }: Credentials, address: string, admit: Admit): Promise<User | FormRefusal> {
		const tidy = tidyName(name);
		const nameWrong = nameProblem(tidy) ?? this.#taken(this.#db, tidy);
		if (nameWrong) return refuse('name', nameWrong);
		const passwordWrong = passwordProblem(password, tidy);
		if (passwordWrong) return refuse('password', passwordWrong);

		if (this.#passwords.busy) return busy();
		const wait = await this.#tries.signUp(address);
		if (wait) return refuseFor(wait);
		const passwordHash = await this.#passwords.hash(password);

		return this.#db.transaction(
			(rows): User | FormRefusal => {
				const taken = this.#taken(rows, tidy);
				if (taken) return refuse('name', taken);
				const role = admit(rows);
				if (typeof role !== 'string') return role;
				const row = { name: tidy, signInName: foldName(tidy), passwordHash, role, createdAt: new Date() };
				return rows.insert(users).values(row).returning().get();
			},
			{ behavior: 'immediate' }
		);
	}

	/** Change somebody's password, which they prove with the one they have. */
	async changePassword(
		userId: number,
		{ current, password }: { current: string; password: string },
		address: string
	): Promise<FormRefusal | null> {
		const user = this.#db.select().from(users).where(eq(users.id, userId)).get();
		if (!user) throw new Error(`There is no person ${userId} whose password could be changed.`);
		if (current === '') return refuse('current', t('Type the password you have now.'));
		const wrong = passwordProblem(password, user.name);
		if (wrong) return refuse('password', wrong);

		const refused = await this.#prove(current, user, { name: `change ${userId}`, address });
		if (refused)
			return refused.field ? refuse('current', t('That is not the password you have now.')) : refused;
		const passwordHash = await this.#passwords.hash(password);
		this.#db.update(users).set({ passwordHash }).where(eq(users.id, userId)).run();
		return null;
	}

	/** Whether somebody who is signed in is who they are: by their password. Null when they are. */
	async confirm(userId: number, password: string, address: string): Promise<FormRefusal | null> {
		const user = this.#db.select().from(users).where(eq(users.id, userId)).get() ?? null;
		if (password === '') return refuse('current', t('Type your password.'));
		const refused = await this.#prove(password, user, { name: `confirm ${userId}`, address });
		return refused?.field ? refuse('current', t('That is not your password.')) : refused;
	}

	/** Whether this is the password, counting the try. Works as hard for nobody as for somebody. */
	async #prove(
		password: string,
		user: User | null,
		tried: { name: string; address: string }
	): Promise<FormRefusal | null> {
		if (this.#passwords.busy) return busy();
		const wait = await this.#tries.signIn(tried.name, tried.address);
		if (wait) return refuseFor(wait);

		const right = !tooLong(password) && (await this.#passwords.verify(password, user?.passwordHash || null));
		if (!right) return refuse('password', t('The name or the password is not right.'));
		await this.#tries.signedIn(tried.name, tried.address);
		return null;
	}

	#taken(rows: Pick<Db, 'select'>, name: string): string | null {
		const there = rows
			.select({ id: users.id })
			.from(users)
			.where(eq(users.signInName, foldName(name)))
			.get();
		return there ? t('This name is taken. Choose another, or sign in if it is you.') : null;
	}
}
