/** What people were given to show elsewhere. */
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns.ts';
import { users } from './people.ts';

/** What the evidence of one lab was at that moment. */
export interface LabProof {
	labId: string;
	title: string;
	/** Of the lab's content. */
	digest: string;
	points: number;
	of: number;
	/** ISO 8601. */
	doneAt: string;
	/** The best drill on it; null when none was played. Credentials of before drills were told lack it. */
	drill?: DrillProof | null;
}

/** How a drill went: milliseconds from the strike, null where it never came to that. */
export interface DrillProof {
	toNotice: number | null;
	toRecover: number | null;
	/** From the second strike; 0 when the repair stood. */
	toRecoverAgain: number | null;
	/** Objectives met, of so many. */
	met: number;
	objectives: number;
	/** Of the lab's content it was played on. */
	digest: string;
	/** ISO 8601. */
	at: string;
}

/**
 * A certificate and its badge. The row outlives the account, without whose it was: its number is the
 * place in the list of what was revoked, and must never be given to another.
 */
export const credentials = sqliteTable(
	'credentials',
	{
		id: id(),
		/** In its address: not to be guessed. */
		code: text('code').notNull().unique(),
		userId: integer('user_id').references(() => users.id, { onDelete: 'set null' }),
		courseId: text('course_id').notNull(),
		/** What was said of it then; null once the account is gone. */
		about: text('about', { mode: 'json' }).$type<CredentialAbout>(),
		/** As it was signed; null once the account is gone. */
		jwt: text('jwt'),
		issuedAt: moment('issued_at').notNull(),
		revokedAt: moment('revoked_at'),
		/** A sentence for who verifies it. */
		revokedReason: text('revoked_reason')
	},
	(t) => [uniqueIndex('credential_of_course').on(t.userId, t.courseId)]
);

export interface CredentialAbout {
	name: string;
	course: string;
	summary: string;
	level: string;
	hours: number | null;
	outcomes: string[];
	labs: LabProof[];
}

export type CredentialRow = typeof credentials.$inferSelect;
