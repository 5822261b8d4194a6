/**
 * Sessions: which browser speaks for whom. Lucia makes the secrets and keeps the dates; the rows
 * are ours (session-rows.ts), and so is telling others when a session ends.
 */
import { EventEmitter } from 'node:events';
import type { Cookies } from '@sveltejs/kit';
import { Lucia, TimeSpan, type Cookie } from 'lucia';
import type { Db, Session, User } from '#lib/server/db/index.ts';
import { cookieName } from './cookie.ts';
import { hashSecret } from './secret.ts';
import { SessionRows } from './session-rows.ts';

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<Record<never, never>, Pick<User, 'name' | 'role'>>;
		UserId: number;
		DatabaseUserAttributes: Pick<User, 'name' | 'role'>;
		DatabaseSessionAttributes: Pick<Session, 'userAgent'>;
	}
}

/** Who a request speaks for. */
export interface Identity {
	user: Pick<User, 'id' | 'name' | 'role'>;
	/** SHA-256 of the cookie's value. */
	sessionId: string;
}

/** Forgotten after this long without a visit; each visit in its second half begins it anew. */
export const SESSION_DAYS = 30;

const USER_AGENT_MAX = 300;

export class Sessions {
	#events = new EventEmitter<{ end: [string] }>().setMaxListeners(0);
	#rows: SessionRows;
	#lucia: Lucia<Record<never, never>, Pick<User, 'name' | 'role'>>;

	constructor(db: Db, secure: boolean) {
		this.#rows = new SessionRows(db, (id) => this.#events.emit('end', id));
		this.#lucia = new Lucia(this.#rows, {
			sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
			sessionCookie: { name: cookieName(secure), attributes: { secure, sameSite: 'lax', path: '/' } },
			getUserAttributes: ({ name, role }) => ({ name, role })
		});
	}

	/**
	 * Begin a session in this browser, under a new secret. The one it had ends: a secret that
	 * somebody planted there, or knew before, is worth nothing afterwards.
	 */
	async start(userId: number, cookies: Cookies, userAgent: string): Promise<void> {
		await this.end(cookies);
		const session = await this.#lucia.createSession(userId, {
			userAgent: userAgent.slice(0, USER_AGENT_MAX)
		});
		keep(cookies, this.#lucia.createSessionCookie(session.id));
	}

	/** Who this browser speaks for; null for a visitor. Prolongs the session, and clears a cookie that is over. */
	async find(cookies: Cookies): Promise<Identity | null> {
		const secret = cookies.get(this.#lucia.sessionCookieName);
		if (secret === undefined) return null;

		const { session, user } = await this.#lucia.validateSession(secret);
		if (!session) {
			keep(cookies, this.#lucia.createBlankSessionCookie());
			return null;
		}
		if (session.fresh) keep(cookies, this.#lucia.createSessionCookie(secret));
		return { user: { id: user.id, name: user.name, role: user.role }, sessionId: hashSecret(secret) };
	}

	/** The same from a raw `Cookie` header, where no cookie can be sent back: prolongs nothing. */
	read(header: string | undefined): Identity | null {
		const secret = this.#lucia.readSessionCookie(header ?? '');
		if (secret === null) return null;
		const [session, user] = this.#rows.find(secret);
		if (!session || !user || session.expiresAt.getTime() <= Date.now()) return null;
		return { user: { id: user.id, ...user.attributes }, sessionId: hashSecret(secret) };
	}

	/** End the session of this browser. */
	async end(cookies: Cookies): Promise<void> {
		const secret = cookies.get(this.#lucia.sessionCookieName);
		if (secret === undefined) return;
		await this.#lucia.invalidateSession(secret);
		keep(cookies, this.#lucia.createBlankSessionCookie());
	}

	endAll(userId: number): Promise<void> {
		return this.#lucia.invalidateUserSessions(userId);
	}

	/** End all of somebody's sessions but this one. How many that were. */
	endOthers(userId: number, keptSessionId: string): number {
		return this.#rows.removeOthers(userId, keptSessionId);
	}

	endExpired(): Promise<void> {
		return this.#lucia.deleteExpiredSessions();
	}

	/** Where somebody is signed in, newest first. */
	list(userId: number): Session[] {
		return this.#rows.list(userId).filter(({ expiresAt }) => expiresAt.getTime() > Date.now());
	}

	/** Hear the hashed id of each session that ends, whatever ended it. Returns what stops listening. */
	onEnd(listener: (sessionId: string) => void): () => void {
		this.#events.on('end', listener);
		return () => void this.#events.off('end', listener);
	}
}

const keep = (cookies: Cookies, { name, value, attributes }: Cookie) =>
	cookies.set(name, value, { path: '/', httpOnly: true, ...attributes });
