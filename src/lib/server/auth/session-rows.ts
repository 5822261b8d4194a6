/** Where lucia keeps sessions: rows whose key is a hash, so that the table opens nothing. */
import { and, asc, desc, eq, inArray, isNull, lte, ne, sql, type SQL } from 'drizzle-orm';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { sessions, users, type Db, type Session } from '#lib/server/db/index.ts';
import { hashSecret } from './secret.ts';

/** Nobody is signed in at more places than this; the oldest gives way. */
const PLACES_MAX = 30;

/** Longer than any cookie of ours: not worth hashing. */
const COOKIE_MAX = 100;

export class SessionRows implements Adapter {
	#db: Db;
	#ended: (id: string) => void;
	/** Asked with every request, so put together once. */
	readonly #whose;

	/** `ended` hears the hashed id of each session that is over, after its row is gone. */
	constructor(db: Db, ended: (id: string) => void) {
		this.#db = db;
		this.#ended = ended;
		this.#whose = db
			.select({ session: sessions, user: { id: users.id, name: users.name, role: users.role } })
			.from(sessions)
			.leftJoin(users, and(eq(users.id, sessions.userId), isNull(users.disabledAt)))
			.where(eq(sessions.id, sql.placeholder('id')))
			.prepare();
	}

	/** A session and who it belongs to; no user when the account is switched off. */
	find(secret: string): [DatabaseSession | null, DatabaseUser | null] {
		if (secret.length > COOKIE_MAX) return [null, null];
		const row = this.#whose.get({ id: hashSecret(secret) });
		if (!row) return [null, null];
		const user = row.user && { id: row.user.id, attributes: { name: row.user.name, role: row.user.role } };
		return [fromRow({ ...row.session, id: secret }), user];
	}

	async getSessionAndUser(secret: string) {
		return this.find(secret);
	}

	async getUserSessions(userId: number) {
		return this.list(userId).map(fromRow);
	}

	async setSession({ id, userId, expiresAt, attributes }: DatabaseSession) {
		const { userAgent } = attributes;
		this.#db
			.insert(sessions)
			.values({ id: hashSecret(id), userId, expiresAt, userAgent, createdAt: new Date() })
			.run();
		const oldest = this.list(userId).slice(PLACES_MAX);
		if (oldest.length > 0) {
			this.#remove(
				inArray(
					sessions.id,
					oldest.map(({ id }) => id)
				)
			);
		}
	}

	async updateSessionExpiration(secret: string, expiresAt: Date) {
		this.#db
			.update(sessions)
			.set({ expiresAt })
			.where(eq(sessions.id, hashSecret(secret)))
			.run();
	}

	async deleteSession(secret: string) {
		this.#remove(eq(sessions.id, hashSecret(secret)));
	}

	async deleteUserSessions(userId: number) {
		this.#remove(eq(sessions.userId, userId));
	}

	async deleteExpiredSessions() {
		// Asked every second: looking takes no lock, deleting would, even of nothing.
		const over = lte(sessions.expiresAt, new Date());
		if (this.#db.select({ id: sessions.id }).from(sessions).where(over).limit(1).get()) this.#remove(over);
	}

	/** End all of somebody's sessions but the one with this hashed id. */
	removeOthers(userId: number, keep: string): number {
		return this.#remove(and(eq(sessions.userId, userId), ne(sessions.id, keep)));
	}

	/** Where somebody is signed in, newest first. */
	list(userId: number): Session[] {
		const newest = [desc(sessions.createdAt), asc(sessions.id)];
		return this.#db
			.select()
			.from(sessions)
			.where(eq(sessions.userId, userId))
			.orderBy(...newest)
			.all();
	}

	#remove(which: SQL | undefined): number {
		const gone = this.#db.delete(sessions).where(which).returning({ id: sessions.id }).all();
		for (const { id } of gone) this.#ended(id);
		return gone.length;
	}
}

const fromRow = ({ id, userId, expiresAt, userAgent }: Session): DatabaseSession => ({
	id,
	userId,
	expiresAt,
	attributes: { userAgent }
});
