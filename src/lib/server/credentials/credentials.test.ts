import { gunzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { importJWK, jwtVerify, type JWK } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MEMORY, openDb, users, type Db } from '#lib/server/db/index.ts';
import type { Course, Lab } from '#lib/server/labs/index.ts';
import type { LabEvidence } from '#lib/server/progress/index.ts';
import { Credentials, type Certificate } from './index.ts';

const ORIGIN = 'https://labs.example.org';
const lab = (id: string, tasks: object[] = [{ checks: [{ hidden: false }] }]) =>
	({ id, title: `The lab ${id}`, tasks }) as Lab;
const course = {
	...{ id: 'linux', title: 'Operating Linux', summary: 'A course.', level: 'foundation', hours: 6 },
	outcomes: [{ text: 'Can find a full disk', labs: ['one'] }],
	// The third is only read: nothing can be shown in it.
	modules: [{ labs: [lab('one'), lab('two'), lab('three', [])] }]
} as unknown as Course;

const DRILL = {
	...{ toNotice: 41_000, toRecover: 200_000, toRecoverAgain: 0, met: 4, objectives: 5 },
	digest: 'drilled-content',
	at: '2026-11-23T10:00:00.000Z'
};

let db: Db;
let done: string[];
let ada: { id: number; name: string };
beforeEach(() => {
	db = openDb(MEMORY);
	done = ['one', 'two'];
	const row = { name: 'Ada', passwordHash: 'x', role: 'learner', createdAt: new Date() } as const;
	ada = db.insert(users).values(row).returning().get();
});
afterEach(() => db.$client.close());

const open = () =>
	new Credentials({
		drillOf: (_userId, labId) => (labId === 'two' ? DRILL : null),
		...{ db, origin: ORIGIN, issuer: () => 'The Harbour School' },
		labs: { courses: () => [course], course: (id) => (id === 'linux' ? course : null), lab: (id) => lab(id) },
		progress: {
			evidence: (_userId, { id }): LabEvidence | null =>
				done.includes(id)
					? { labId: id, digest: `digest-of-${id}`, points: 9.5, of: 10, doneAt: new Date(0), runId: 1 }
					: null
		}
	});

/** As somebody elsewhere does it: with the key that was published, and nothing else. */
const verified = async (jwt: string, key: JWK) =>
	(await jwtVerify(jwt, await importJWK(key, 'RS256'))).payload;

it('gives a badge that the published key alone verifies, with lab, digest and score as evidence', async () => {
	const credentials = open();
	const { jwt, code } = (await credentials.issue(ada, 'linux')) as Certificate;
	const badge = await verified(jwt, await credentials.publicKey());
	expect(badge).toMatchObject({
		iss: `${ORIGIN}/credentials/issuer`,
		type: ['VerifiableCredential', 'OpenBadgeCredential'],
		issuer: { name: 'The Harbour School' },
		credentialSubject: {
			identifier: [{ identityHash: 'Ada' }],
			achievement: { id: `${ORIGIN}/courses/linux`, name: 'Operating Linux' }
		}
	});
	expect(badge.jti).toBe(`${ORIGIN}/certificates/${code}`);
	expect(JSON.stringify(badge.evidence)).toMatch(/the lab one .* 9\.5 of 10 points.* sha256 digest-of-one/);
});

it('names the times of the best drill among the evidence, and no drill where none was played', async () => {
	const credentials = open();
	const { jwt, labs } = (await credentials.issue(ada, 'linux')) as Certificate;
	expect(labs.map(({ drill }) => drill)).toEqual([null, DRILL]);
	const { evidence } = (await verified(jwt, await credentials.publicKey())) as {
		evidence: { genre: string; narrative: string }[];
	};
	const drills = evidence.filter(({ genre }) => genre === 'Drill').map(({ narrative }) => narrative);
	expect(drills).toEqual([
		'Something broke unannounced in the lab two, on 2026-11-23T10:00:00.000Z: noticed 41 s after it broke, well again after 3 min 20 s, the repair stood the second strike. 4 of 5 objectives were met, as probes from outside saw it. Content of the lab: sha256 drilled-content.'
	]);
});

it('tells a changed badge from a true one', async () => {
	const credentials = open();
	const { jwt } = (await credentials.issue(ada, 'linux')) as Certificate;
	const [head, body, mark] = jwt.split('.') as [string, string, string];
	const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace('Ada', 'Bob')).toString(
		'base64url'
	);
	await expect(verified([head, forged, mark].join('.'), await credentials.publicKey())).rejects.toThrow(
		/signature/
	);
});

it('is given once, with the same key after a restart', async () => {
	const first = (await open().issue(ada, 'linux')) as Certificate;
	const later = open();
	expect(((await later.issue(ada, 'linux')) as Certificate).jwt).toBe(first.jwt);
	await verified(first.jwt, await later.publicKey());
});

it('is refused while a lab is missing, and shows how far it is', async () => {
	done = ['one'];
	expect(await open().issue(ada, 'linux')).toEqual({
		refused: expect.stringContaining('1 of 2 labs') as string
	});
	expect(open().onTheWay(ada.id)).toMatchObject([{ done: 1, of: 2 }]);
	done = [];
	expect(open().onTheWay(ada.id)).toEqual([]);
});

/** Whether the signed list says that the credential this badge names was revoked. */
async function isRevoked(credentials: Credentials, jwt: string): Promise<boolean> {
	const key = await credentials.publicKey();
	const { credentialStatus } = (await verified(jwt, key)) as {
		credentialStatus: { statusListIndex: string; statusListCredential: string };
	};
	const part = Number(credentialStatus.statusListCredential.split('/').at(-1));
	const list = await verified((await credentials.statusList(part)) ?? '', key);
	const { encodedList } = list.credentialSubject as { encodedList: string };
	const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
	expect(bits.length * 8).toBe(131_072);
	const place = Number(credentialStatus.statusListIndex);
	return ((bits[Math.floor(place / 8)] ?? 0) & (1 << (7 - (place % 8)))) !== 0;
}

it('says in the status list that a badge was revoked, and of no other', async () => {
	const credentials = open();
	const bob = db
		.insert(users)
		.values({ name: 'Bob', passwordHash: 'x', role: 'learner', createdAt: new Date() })
		.returning()
		.get();
	const one = (await credentials.issue(ada, 'linux')) as Certificate;
	const other = (await credentials.issue(bob, 'linux')) as Certificate;
	expect(await isRevoked(credentials, one.jwt)).toBe(false);
	expect(credentials.revoke(one.code, '  ')).toHaveProperty('refused');
	expect(credentials.revoke(one.code, 'Given by mistake.')).toMatchObject({
		revokedReason: 'Given by mistake.'
	});
	expect(await isRevoked(credentials, one.jwt)).toBe(true);
	expect(await isRevoked(credentials, other.jwt)).toBe(false);
	expect(await credentials.statusList(7)).toBeNull();
	expect(await credentials.statusList(NaN)).toBeNull();
});

it('stays revoked when the account is deleted, and names nobody any more', async () => {
	const credentials = open();
	const { jwt, code } = (await credentials.issue(ada, 'linux')) as Certificate;
	credentials.revoke(code, 'Given by mistake.');
	credentials.forget(ada.id);
	db.delete(users).where(eq(users.id, ada.id)).run();
	expect(credentials.find(code)).toBeNull();
	expect(await isRevoked(credentials, jwt)).toBe(true);
});
