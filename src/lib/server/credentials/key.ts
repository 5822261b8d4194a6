/** The platform's own key: made once, kept in the database, so that a backup keeps every credential good. */
import { eq } from 'drizzle-orm';
import {
	calculateJwkThumbprint,
	exportJWK,
	generateKeyPair,
	importJWK,
	SignJWT,
	type JWK,
	type JWTPayload
} from 'jose';
import { keys, type Db } from '#lib/server/db/index.ts';

const PURPOSE = 'credentials';
/** What every verifier of Open Badges must know. */
const ALGORITHM = 'RS256';

export interface SigningKey {
	/** To verify with; anybody may have it. */
	published: JWK;
	sign(payload: JWTPayload, at: Date): Promise<string>;
}

export async function openKey(db: Db, origin: string): Promise<SigningKey> {
	const secret = find(db) ?? (await make(db));
	const { kty, n, e } = secret;
	const kid = `${origin}/credentials/key`;
	const published = { kty, n, e, alg: ALGORITHM, use: 'sig', kid };
	const key = await importJWK(secret, ALGORITHM);
	return {
		published: { ...published, 'x-thumbprint': await calculateJwkThumbprint(published as JWK) } as JWK,
		sign: (payload, at) =>
			new SignJWT(payload)
				.setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', kid })
				.setIssuedAt(at)
				.setNotBefore(at)
				.sign(key)
	};
}

function find(db: Db): JWK | null {
	const row = db.select().from(keys).where(eq(keys.purpose, PURPOSE)).get();
	return row ? (JSON.parse(row.secret) as JWK) : null;
}

/** Of two who make one at the same time, one is kept. */
async function make(db: Db): Promise<JWK> {
	const { privateKey } = await generateKeyPair(ALGORITHM, { modulusLength: 2048, extractable: true });
	const secret = JSON.stringify(await exportJWK(privateKey));
	db.insert(keys).values({ purpose: PURPOSE, secret }).onConflictDoNothing().run();
	const kept = find(db);
	if (!kept) throw new Error('The key for credentials could not be kept.');
	return kept;
}
