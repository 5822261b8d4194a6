/**
 * How often somebody may try. The counts are rows, so that a restart forgives nothing; the keys
 * are hashes, so that they tell nobody who tried from where.
 */
import { lt } from 'drizzle-orm';
import { RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible';
import { rateLimits, type Db } from '#lib/server/db/index.ts';
import { t } from '#lib/words/index.ts';
import { placeOf } from './address.ts';
import { hashSecret } from './secret.ts';

/** Tries that go wrong for one name at one place, before it has to wait. */
export const TRIES_PER_NAME = 5;
/** The same for all names at one place: a class of learners behind one address must get in. */
export const TRIES_PER_PLACE = 100;
/** New accounts from one place. */
export const SIGN_UPS_PER_PLACE = 100;

const SIGN_IN_SECONDS = 15 * 60;
const SIGN_UP_SECONDS = 60 * 60;

export class Tries {
	#db: Db;
	#byName: RateLimiterSQLite;
	#byPlace: RateLimiterSQLite;
	#signUps: RateLimiterSQLite;

	constructor(db: Db) {
		this.#db = db;
		this.#byName = limiter(db, 'sign-in-name', TRIES_PER_NAME, SIGN_IN_SECONDS);
		this.#byPlace = limiter(db, 'sign-in-place', TRIES_PER_PLACE, SIGN_IN_SECONDS);
		this.#signUps = limiter(db, 'sign-up-place', SIGN_UPS_PER_PLACE, SIGN_UP_SECONDS);
	}

	/**
	 * Count a try before it is made, or many at once would all slip through. Seconds to wait
	 * instead; 0 when it may be made.
	 */
	async signIn(name: string, address: string): Promise<number> {
		const wait = await consume(this.#byPlace, placeKey(address));
		return wait || consume(this.#byName, nameKey(name, address));
	}

	/** It was the right password: those tries no longer count. */
	async signedIn(name: string, address: string): Promise<void> {
		await this.#byName.delete(nameKey(name, address));
		await this.#byPlace.reward(placeKey(address), 1);
	}

	/** Seconds to wait before making an account; 0 when it may be made now. */
	signUp(address: string): Promise<number> {
		return consume(this.#signUps, placeKey(address));
	}

	/** Drop what no longer counts. */
	forget(): void {
		this.#db.delete(rateLimits).where(lt(rateLimits.expire, Date.now())).run();
	}
}

const limiter = (db: Db, keyPrefix: string, points: number, duration: number) =>
	new RateLimiterSQLite({
		storeClient: db.$client,
		storeType: 'better-sqlite3',
		tableName: 'rate_limits',
		tableCreated: true,
		clearExpiredByTimeout: false,
		keyPrefix,
		points,
		duration
	});

async function consume(from: RateLimiterSQLite, key: string): Promise<number> {
	try {
		await from.consume(key);
		return 0;
	} catch (limit) {
		if (limit instanceof RateLimiterRes) return Math.max(1, Math.ceil(limit.msBeforeNext / 1000));
		throw limit;
	}
}

const placeKey = (address: string) => hashSecret(placeOf(address));
const nameKey = (name: string, address: string) => hashSecret(`${placeOf(address)} ${name}`);

/** `40 seconds`, `1 minute`, `12 minutes`: never shorter than it will be. */
export function inWords(seconds: number): string {
	if (seconds < 60) return t('{n} second|{n} seconds', { n: seconds });
	return t('{n} minute|{n} minutes', { n: Math.ceil(seconds / 60) });
}
