/** Invitations: codes that let somebody in with a role. Redeemed by auth, which keeps only their hash too. */
import { and, desc, eq, gt } from 'drizzle-orm';
import { hashCode, newCode } from '#lib/server/auth/index.ts';
import { invitations, users, type Db, type Invitation, type Role } from '#lib/server/db/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { t } from '#lib/words/index.ts';

export interface InvitationToMake {
	role: Role;
	/** How many people may use it. */
	uses: number;
	/** How long it is good. */
	days: number;
	/** What the operator wants to remember about it. */
	note: string;
}

/** An invitation that can still be used. Its code was shown once and is not known any more. */
export type OpenInvitation = Pick<
	Invitation,
	'id' | 'note' | 'role' | 'usesLeft' | 'expiresAt' | 'createdAt'
> & {
	createdBy: string | null;
};

export const USES_MAX = 1000;
export const DAYS_MAX = 365;
const NOTE_MAX = 200;
const DAY = 24 * 60 * 60 * 1000;

export class Invitations {
	#db: Db;

	constructor(db: Db) {
		this.#db = db;
	}

	/** Make an invitation. The code is in the answer, and nowhere else. */
	create(
		wanted: InvitationToMake,
		operatorId: number
	): { code: string } | (Refusal & { field: 'uses' | 'days' }) {
		const { role, uses, days, note } = wanted;
		if (!isWhole(uses, USES_MAX))
			return { refused: t('Give a number of people from 1 to {most}.', { most: USES_MAX }), field: 'uses' };
		if (!isWhole(days, DAYS_MAX))
			return { refused: t('Give a number of days from 1 to {most}.', { most: DAYS_MAX }), field: 'days' };

		const code = newCode();
		const now = new Date();
		this.#db
			.insert(invitations)
			.values({
				codeHash: hashCode(code),
				note: note.trim().slice(0, NOTE_MAX),
				role,
				usesLeft: uses,
				expiresAt: new Date(now.getTime() + days * DAY),
				createdBy: operatorId,
				createdAt: now
			})
			.run();
		return { code };
	}

	/** Those that can still be used, newest first. */
	list(): OpenInvitation[] {
		return this.#db
			.select({
				id: invitations.id,
				note: invitations.note,
				role: invitations.role,
				usesLeft: invitations.usesLeft,
				expiresAt: invitations.expiresAt,
				createdAt: invitations.createdAt,
				createdBy: users.name
			})
			.from(invitations)
			.leftJoin(users, eq(users.id, invitations.createdBy))
			.where(and(gt(invitations.usesLeft, 0), gt(invitations.expiresAt, new Date())))
			.orderBy(desc(invitations.id))
			.all();
	}

	/** Let nobody in with it any more. */
	revoke(id: number): void {
		this.#db.delete(invitations).where(eq(invitations.id, id)).run();
	}

	/** The same, by the code. */
	revokeCode(code: string): void {
		this.#db
			.delete(invitations)
			.where(eq(invitations.codeHash, hashCode(code)))
			.run();
	}
}

const isWhole = (value: number, max: number) => Number.isInteger(value) && value >= 1 && value <= max;
