/** Who may make an account, and as what: by the door that is open, an invitation, or the first operator's link. */
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { invitations, keys, settings, users, type Db, type Role } from '#lib/server/db/index.ts';
import { t } from '#lib/words/index.ts';
import { refuse, type FormRefusal } from './form-refusal.ts';
import { hashCode, hashSecret, newSecret } from './secret.ts';

export const SIGN_UP_MODES = ['open', 'invitation', 'closed'] as const;
export type SignUpMode = (typeof SIGN_UP_MODES)[number];

const MODE = 'sign-up';
const FIRST_OPERATOR = 'first-operator';

type Rows = Pick<Db, 'select' | 'insert' | 'update' | 'delete'>;

export class Admission {
	#db: Db;
	#usualMode: SignUpMode;

	constructor(db: Db, usualMode: SignUpMode) {
		this.#db = db;
		this.#usualMode = usualMode;
	}

	/** What the operator has chosen, or what the configuration says until then. */
	mode(): SignUpMode {
		const row = this.#db.select().from(settings).where(eq(settings.key, MODE)).get();
		return SIGN_UP_MODES.find((mode) => mode === row?.value) ?? this.#usualMode;
	}

	changeMode(mode: SignUpMode): void {
		const row = { key: MODE, value: mode };
		this.#db.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row }).run();
	}

	/** A new link that makes whoever opens it the first operator; null when there is one. The link before it is void. */
	firstOperatorLink(origin: string): string | null {
		if (hasOperator(this.#db)) {
			this.#db.delete(keys).where(eq(keys.purpose, FIRST_OPERATOR)).run();
			return null;
		}
		const token = newSecret();
		const row = { purpose: FIRST_OPERATOR, secret: hashSecret(token) };
		this.#db.insert(keys).values(row).onConflictDoUpdate({ target: keys.purpose, set: row }).run();
		return `${origin}/welcome?token=${token}`;
	}

	/** Whether this token is of the link that is still good. */
	welcomes(token: string, rows: Rows = this.#db): boolean {
		const here = and(eq(keys.purpose, FIRST_OPERATOR), eq(keys.secret, hashSecret(token)));
		return rows.select().from(keys).where(here).get() !== undefined && !hasOperator(rows);
	}

	/** Use up the link. Call in the transaction that makes the account. */
	byLink(rows: Rows, token: string): Role | FormRefusal {
		if (!this.welcomes(token, rows)) {
			return refuse(null, t('This link has been used, or a newer one was printed at the last start.'));
		}
		rows.delete(keys).where(eq(keys.purpose, FIRST_OPERATOR)).run();
		return 'operator';
	}

	/** Use up one use of the invitation, if there is one. Call in the transaction that makes the account. */
	bySignUp(rows: Rows, code: string): Role | FormRefusal {
		const mode = this.mode();
		if (mode === 'closed') return refuse(null, t('Sign-up is closed here. Ask the operator for an account.'));
		if (code !== '') return redeem(rows, code);
		return mode === 'open' ? 'learner' : refuse('code', t('Type the invitation code you were given.'));
	}
}

function redeem(rows: Rows, code: string): Role | FormRefusal {
	const good = and(
		eq(invitations.codeHash, hashCode(code)),
		gt(invitations.usesLeft, 0),
		gt(invitations.expiresAt, new Date())
	);
	const used = { usesLeft: sql`${invitations.usesLeft} - 1` };
	const invitation = rows.update(invitations).set(used).where(good).returning().get();
	return (
		invitation?.role ??
		refuse('code', t('This code is mistyped, used up or too old. Ask for another where you got it.'))
	);
}

const hasOperator = (rows: Pick<Db, 'select'>) =>
	rows
		.select({ id: users.id })
		.from(users)
		.where(and(eq(users.role, 'operator'), isNull(users.disabledAt)))
		.get() !== undefined;
