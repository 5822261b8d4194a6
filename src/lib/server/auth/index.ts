/**
 * Auth: who is asking, and may they come in.
 *
 * Accounts and their passwords, the browsers that speak for them, and the three doors to a new
 * account: sign-up, an invitation, the first operator's link. Decides nothing about what people
 * may do once they are in, and knows nothing of labs.
 */
import type { Cookies, RequestEvent } from '@sveltejs/kit';
import type { Db, User } from '#lib/server/db/index.ts';
import { refused } from '#lib/server/refusal.ts';
import { Accounts, type Admit, type Credentials } from './accounts.ts';
import { Admission, type SignUpMode } from './admission.ts';
import { Entries, type Entry } from './entries.ts';
import type { FormRefusal } from './form-refusal.ts';
import { openPasswords } from './passwords.ts';
import { Sessions, type Identity } from './sessions.ts';
import { Tries } from './tries.ts';

export { SIGN_UP_MODES, type SignUpMode } from './admission.ts';
export { crossSite } from './cross-site.ts';
export type { FormRefusal } from './form-refusal.ts';
export { protect, securityHeaders } from './headers.ts';
export type { Entry } from './entries.ts';
export { foldName, nameProblem, tidyName } from './names.ts';
export { hashCode, newCode } from './secret.ts';
export type { Identity } from './sessions.ts';

/** As much of a request as signing in needs. */
export type Visit = Pick<RequestEvent, 'cookies' | 'request' | 'getClientAddress'>;

export interface AuthOptions {
	db: Db;
	/** Scheme, host and port people type: with https, cookies are for https alone. */
	origin: string;
	/** Who may sign up until the operator chooses. */
	signUp: SignUpMode;
}

/** A place where somebody is signed in. */
export interface Place {
	current: boolean;
	/** As the browser names itself. */
	userAgent: string;
	since: Date;
}

/** A session that is over holds nothing open for longer than this. */
const EXPIRY_MILLISECONDS = 1000;
/** How often tries that no longer count are dropped. */
const SWEEP_MILLISECONDS = 30_000;

/** Close it: it has a timer. */
export async function openAuth(options: AuthOptions): Promise<Auth> {
	const tries = new Tries(options.db);
	const passwords = await openPasswords();
	const entries = new Entries(options.db, passwords, tries);
	return new Auth(options, new Accounts(options.db, passwords, tries), tries, entries);
}

export class Auth {
	#accounts: Accounts;
	#admission: Admission;
	#sessions: Sessions;
	#sweeping: NodeJS.Timeout[];
	#entries: Entries;

	constructor({ db, origin, signUp }: AuthOptions, accounts: Accounts, tries: Tries, entries: Entries) {
		this.#accounts = accounts;
		this.#entries = entries;
		this.#admission = new Admission(db, signUp);
		this.#sessions = new Sessions(db, origin.startsWith('https:'));
		this.#sweeping = [
			setInterval(() => void this.#sessions.endExpired(), EXPIRY_MILLISECONDS).unref(),
			setInterval(() => tries.forget(), SWEEP_MILLISECONDS).unref()
		];
	}

	/** Who this request speaks for, both null for a visitor. Renews the cookie in the second half of its time. */
	async identify(cookies: Cookies): Promise<Identity | { user: null; sessionId: null }> {
		return (await this.#sessions.find(cookies)) ?? { user: null, sessionId: null };
	}

	/** The same for a websocket's upgrade, by its raw `Cookie` header; null for a visitor. */
	async session(cookieHeader: string | undefined): Promise<Identity | null> {
		return this.#sessions.read(cookieHeader);
	}

	/** Sign in, and begin a new session in this browser. */
	async signIn(visit: Visit, credentials: Credentials): Promise<User | FormRefusal> {
		return this.#enter(visit, await this.#accounts.open(credentials, visit.getClientAddress()));
	}

	/** Make an account and sign in. `code` is the invitation's, empty when there is none. */
	async signUp(
		visit: Visit,
		{ code, ...credentials }: Credentials & { code: string }
	): Promise<User | FormRefusal> {
		return this.#join(visit, credentials, (rows) => this.#admission.bySignUp(rows, code));
	}

	/** Make the first operator's account with the token of the link, and sign in. */
	async welcome(
		visit: Visit,
		{ token, ...credentials }: Credentials & { token: string }
	): Promise<User | FormRefusal> {
		return this.#join(visit, credentials, (rows) => this.#admission.byLink(rows, token));
	}

	/** Whether this is the token of a first operator's link that is still good. */
	welcomes(token: string): boolean {
		return this.#admission.welcomes(token);
	}

	/**
	 * A link that makes who opens it the first operator, good until it is used or the next one is
	 * made; null when there is an operator already.
	 */
	firstOperatorLink(origin: string): string | null {
		return this.#admission.firstOperatorLink(origin);
	}

	/** A code with which somebody chooses a new password, once. It voids the one before; `by` made it. */
	entryCode(userId: number, by: number): string {
		return this.#entries.make(userId, by);
	}

	/** Whose code this is; null when it is not good any more. */
	entry(code: string): Entry | null {
		return this.#entries.find(code);
	}

	/** Choose a password with a code, end every session there was, and sign in. */
	async enter(visit: Visit, given: { code: string; password: string }): Promise<User | FormRefusal> {
		const user = await this.#entries.use(given, visit.getClientAddress());
		if (!refused(user)) await this.#sessions.endAll(user.id);
		return this.#enter(visit, user);
	}

	signUpMode(): SignUpMode {
		return this.#admission.mode();
	}

	/** Choose who may sign up from now on. */
	changeSignUpMode(mode: SignUpMode): void {
		this.#admission.changeMode(mode);
	}

	signOut(cookies: Cookies): Promise<void> {
		return this.#sessions.end(cookies);
	}

	/** Change the password of who is signed in here, and end their sessions everywhere else. */
	async changePassword(
		visit: Visit,
		{ user, sessionId }: Identity,
		passwords: { current: string; password: string }
	): Promise<FormRefusal | null> {
		const refusal = await this.#accounts.changePassword(user.id, passwords, visit.getClientAddress());
		if (!refusal) this.#sessions.endOthers(user.id, sessionId);
		return refusal;
	}

	/** Whether it is really them, before what cannot be undone. Null when it is. */
	confirm(visit: Visit, userId: number, password: string): Promise<FormRefusal | null> {
		return this.#accounts.confirm(userId, password, visit.getClientAddress());
	}

	/** End somebody's sessions but this one; how many that were. */
	signOutElsewhere({ user, sessionId }: Identity): number {
		return this.#sessions.endOthers(user.id, sessionId);
	}

	/** End all of somebody's sessions. */
	signOutEverywhere(userId: number): Promise<void> {
		return this.#sessions.endAll(userId);
	}

	/** Where this person is signed in, newest first. */
	places({ user, sessionId }: Identity): Place[] {
		return this.#sessions
			.list(user.id)
			.map(({ id, userAgent, createdAt }) => ({ current: id === sessionId, userAgent, since: createdAt }));
	}

	/**
	 * Hear the hashed id of each session that ends, whatever ended it, so that what it holds open
	 * can be closed. Returns what stops listening.
	 */
	onSessionEnd(listener: (sessionId: string) => void): () => void {
		return this.#sessions.onEnd(listener);
	}

	close(): void {
		this.#sweeping.forEach((timer) => clearInterval(timer));
	}

	async #join(visit: Visit, credentials: Credentials, admit: Admit): Promise<User | FormRefusal> {
		return this.#enter(visit, await this.#accounts.create(credentials, visit.getClientAddress(), admit));
	}

	async #enter({ cookies, request }: Visit, user: User | FormRefusal): Promise<User | FormRefusal> {
		if (!refused(user)) await this.#sessions.start(user.id, cookies, request.headers.get('user-agent') ?? '');
		return user;
	}
}
