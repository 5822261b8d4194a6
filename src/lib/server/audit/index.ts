/**
 * Audit: who did what to whom, written down for operators.
 *
 * Rows are added and read, and leave when they are too old; nothing changes one. Knows nothing of
 * what the deeds are.
 */
import { and, count, desc, eq, lt, or, sql } from 'drizzle-orm';
import { audit, DEEDS, type AuditRow, type Db, type Deed } from '#lib/server/db/index.ts';

export { DEEDS, type Deed } from '#lib/server/db/index.ts';

/** As much of a person as is written down. */
export interface Actor {
	/** Null when the account is gone by now. */
	id: number | null;
	name: string;
}

export interface Done {
	deed: Deed;
	/** Whom or what it was done to, by name. */
	subject: string;
	/** Never a secret. */
	detail?: string;
}

export interface AuditPage {
	rows: AuditRow[];
	total: number;
	/** The number of this page and of the last one, from 1. */
	page: number;
	pages: number;
}

export const ROWS_PER_PAGE = 50;
const TEXT_MAX = 300;
const DAY = 86_400_000;
const TIDY_MILLISECONDS = 3_600_000;

export class Audit {
	readonly #db: Db;
	readonly #keeps: { AUDIT_DAYS: number };
	#timer: NodeJS.Timeout | undefined;

	/** Rows are kept for so many days, which may change. */
	constructor(db: Db, keeps: { AUDIT_DAYS: number }) {
		this.#db = db;
		this.#keeps = keeps;
	}

	/** Take away what is too old, now and every hour. */
	open(): void {
		this.tidy();
		this.#timer = setInterval(() => this.tidy(), TIDY_MILLISECONDS).unref();
	}

	close(): void {
		clearInterval(this.#timer);
	}

	record(actor: Actor, { deed, subject, detail = '' }: Done): void {
		this.#db
			.insert(audit)
			.values({
				...{ actorId: actor.id, actorName: actor.name, deed },
				...{ subject: subject.slice(0, TEXT_MAX), detail: detail.slice(0, TEXT_MAX), at: new Date() }
			})
			.run();
	}

	/** Newest first: of one deed, or where the words occur in a name. A page beyond the last shows the last. */
	list({ deed, search = '', page = 1 }: { deed?: Deed | null; search?: string; page?: number }): AuditPage {
		const words = search.trim().toLowerCase();
		const occurs = (column: typeof audit.subject | typeof audit.actorName) =>
			sql`instr(lower(${column}), ${words}) > 0`;
		const wanted = and(
			deed ? eq(audit.deed, deed) : undefined,
			words === '' ? undefined : or(occurs(audit.actorName), occurs(audit.subject))
		);
		const total = this.#db.select({ total: count() }).from(audit).where(wanted).get()?.total ?? 0;
		const pages = Math.max(1, Math.ceil(total / ROWS_PER_PAGE));
		const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
		const rows = this.#db
			.select()
			.from(audit)
			.where(wanted)
			.orderBy(desc(audit.id))
			.limit(ROWS_PER_PAGE)
			.offset((shown - 1) * ROWS_PER_PAGE)
			.all();
		return { rows, total, page: shown, pages };
	}

	tidy(): void {
		const before = new Date(Date.now() - this.#keeps.AUDIT_DAYS * DAY);
		this.#db.delete(audit).where(lt(audit.at, before)).run();
	}
}

export const deedFrom = (typed: string): Deed | null => DEEDS.find((deed) => deed === typed) ?? null;
