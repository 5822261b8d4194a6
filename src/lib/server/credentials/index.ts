/**
 * Credentials: what somebody can show elsewhere of a course they have done.
 *
 * A certificate to print and an Open Badges 3.0 credential, signed with the platform's own key. Who
 * verifies it needs the published key and nothing else; who wants to know whether it was revoked
 * reads the status list. Knows nothing of the web but its own addresses.
 */
import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import {
	credentials,
	type CredentialAbout,
	type CredentialRow,
	type Db,
	type DrillProof,
	type LabProof
} from '#lib/server/db/index.ts';
import type { Course, Labs } from '#lib/server/labs/index.ts';
import type { LabEvidence, Progress } from '#lib/server/progress/index.ts';
import { t } from '#lib/words/index.ts';
import type { Refusal } from '../refusal.ts';
import { badgeOf, issuerOf } from './badge.ts';
import { openKey, type SigningKey } from './key.ts';
import { LIST_SIZE, statusListOf } from './status.ts';

export interface CredentialsOptions {
	db: Db;
	labs: Pick<Labs, 'courses' | 'course' | 'lab'>;
	progress: Pick<Progress, 'evidence'>;
	/** The best drill somebody has played on a lab. */
	drillOf: (userId: number, labId: string) => DrillProof | null;
	/** The address people type. */
	origin: string;
	/** Who gives them, in front of people. */
	issuer: () => string;
}

/** How far somebody is on the way to a course's certificate. */
export interface OnTheWay {
	course: Course;
	done: number;
	of: number;
}

/** One that was given, as anybody who has its address sees it. */
export interface Certificate extends CredentialAbout {
	code: string;
	courseId: string;
	userId: number | null;
	issuedAt: Date;
	revokedAt: Date | null;
	revokedReason: string | null;
	jwt: string;
}

const REASON_MAX = 200;

export class Credentials {
	readonly #options: CredentialsOptions;
	#key: Promise<SigningKey> | undefined;

	constructor(options: CredentialsOptions) {
		this.#options = options;
	}

	/** Courses whose certificate this person does not have yet, those nearly done first. */
	onTheWay(userId: number): OnTheWay[] {
		const given = new Set(this.of(userId).map(({ courseId }) => courseId));
		return this.#options.labs
			.courses()
			.filter((course) => !given.has(course.id))
			.map((course) => ({ course, done: this.#proofs(userId, course).length, of: labsOf(course).length }))
			.filter(({ done }) => done > 0)
			.sort((one, other) => other.done / other.of - one.done / one.of);
	}

	/** Give the credential of a course to somebody who has done it; the one they have, if they do. */
	async issue(person: { id: number; name: string }, courseId: string): Promise<Certificate | Refusal> {
		const course = this.#options.labs.course(courseId);
		if (!course || labsOf(course).length === 0) return { refused: t('There is no such course.') };
		const there = this.#select(and(eq(credentials.userId, person.id), eq(credentials.courseId, courseId)))[0];
		if (there) return there;
		const labs = this.#proofs(person.id, course);
		const missing = labsOf(course).length - labs.length;
		if (missing > 0) {
			return {
				refused: t('There is more to do in this course: {missing} of {labs} labs.', {
					missing,
					labs: labsOf(course).length
				})
			};
		}
		const { title, summary, level, hours, outcomes } = course;
		return this.#give(person.id, courseId, {
			...{ name: person.name, course: title, summary, level, hours },
			...{
				outcomes: outcomes.map(({ text }) => text),
				labs: labs.map((proof) => this.#told(proof, person.id))
			}
		});
	}

	/** The row first: its number is in what is signed. */
	async #give(userId: number, courseId: string, about: CredentialAbout): Promise<Certificate> {
		const { db, origin, issuer } = this.#options;
		const key = await this.#signing();
		const row = db
			.insert(credentials)
			.values({ code: randomUUID(), userId, courseId, about, issuedAt: new Date() })
			.onConflictDoNothing()
			.returning()
			.get();
		if (row) {
			const jwt = await key.sign(badgeOf({ ...row, about }, { origin, issuer: issuer() }), row.issuedAt);
			db.update(credentials).set({ jwt }).where(eq(credentials.id, row.id)).run();
		}
		const [given] = this.#select(and(eq(credentials.userId, userId), eq(credentials.courseId, courseId)));
		if (!given)
			throw new Error(`The credential of person ${userId} for ${courseId} is being made elsewhere.`);
		return given;
	}

	/** All that somebody was given, newest first. */
	of = (userId: number): Certificate[] => this.#select(eq(credentials.userId, userId));

	/** By its address; null when there is none, or its owner's account is gone. */
	find = (code: string): Certificate | null => this.#select(eq(credentials.code, code))[0] ?? null;

	/** It was given by mistake: from now on the status list says so. */
	revoke(code: string, reason: string): Certificate | Refusal {
		const why = reason.trim().slice(0, REASON_MAX);
		if (why === '') return { refused: t('Say why, for those who verify it.') };
		const open = and(eq(credentials.code, code), isNull(credentials.revokedAt));
		const to = { revokedAt: new Date(), revokedReason: why };
		this.#options.db.update(credentials).set(to).where(open).run();
		return this.find(code) ?? { refused: t('There is no such certificate.') };
	}

	/** The account is about to go: what names somebody goes, the number and whether it was revoked stay. */
	forget(userId: number): void {
		this.#options.db
			.update(credentials)
			.set({ about: null, jwt: null, userId: null })
			.where(eq(credentials.userId, userId))
			.run();
	}

	/** The key to verify with, as a JWK that can be kept. */
	publicKey = async () => (await this.#signing()).published;

	/** Who issues, as badges refer to it. */
	issuer = () => issuerOf(this.#options.origin, this.#options.issuer());

	/** The signed list of what was revoked, from the first number of this part; null where there is none yet. */
	async statusList(part: number): Promise<string | null> {
		const { db, origin } = this.#options;
		const last = db
			.select({ id: credentials.id })
			.from(credentials)
			.orderBy(desc(credentials.id))
			.limit(1)
			.get();
		if (!Number.isInteger(part) || part < 0 || part > Math.floor((last?.id ?? 0) / LIST_SIZE)) return null;
		const rows = db
			.select({ id: credentials.id })
			.from(credentials)
			.where(isNotNull(credentials.revokedAt))
			.all();
		const revoked = rows.map(({ id }) => id - part * LIST_SIZE).filter((id) => id >= 0 && id < LIST_SIZE);
		return (await this.#signing()).sign(statusListOf(revoked, part, this.issuer(), origin), new Date());
	}

	#signing(): Promise<SigningKey> {
		return (this.#key ??= openKey(this.#options.db, this.#options.origin));
	}

	#proofs(userId: number, course: Course): LabEvidence[] {
		return labsOf(course)
			.map((lab) => this.#options.progress.evidence(userId, lab))
			.filter((proof) => proof !== null);
	}

	#told({ labId, digest, points, of, doneAt }: LabEvidence, userId: number): LabProof {
		const title = this.#options.labs.lab(labId)?.title ?? labId;
		const drill = this.#options.drillOf(userId, labId);
		return { labId, title, digest, points, of, doneAt: doneAt.toISOString(), drill };
	}

	#select(which: ReturnType<typeof and>): Certificate[] {
		const rows = this.#options.db.select().from(credentials).where(which).orderBy(desc(credentials.id)).all();
		return rows.map(certificateOf).filter((one) => one !== null);
	}
}

/** Those in which something can be shown: a lab that is only read proves nothing. */
const labsOf = ({ modules }: Course) =>
	modules
		.flatMap(({ labs }) => labs)
		.filter(({ tasks }) => tasks.some(({ checks }) => checks.some(({ hidden }) => !hidden)));

function certificateOf({ about, jwt, id: _number, ...row }: CredentialRow): Certificate | null {
	return about && jwt ? { ...about, ...row, jwt } : null;
}
