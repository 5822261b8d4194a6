/** Rows of drafts: what was brought, by whom, and which version is published. Nothing else writes them. */
import { count, desc, eq } from 'drizzle-orm';
import { drafts, users, type Db, type DraftRow } from '#lib/server/db/index.ts';

/** A row, and what its owner is called; null once they are gone. */
export interface OwnedRow extends DraftRow {
	owner: string | null;
}

export class DraftRows {
	readonly #db: Db;

	constructor(db: Db) {
		this.#db = db;
	}

	/** Newest first. */
	all = (): OwnedRow[] => this.#select().all().map(owned);

	find(id: number): OwnedRow | null {
		const row = this.#select().where(eq(drafts.id, id)).get();
		return row ? owned(row) : null;
	}

	ofLab(labId: string): OwnedRow | null {
		const row = this.#select().where(eq(drafts.labId, labId)).get();
		return row ? owned(row) : null;
	}

	countOf(ownerId: number): number {
		const where = eq(drafts.ownerId, ownerId);
		return this.#db.select({ count: count() }).from(drafts).where(where).get()?.count ?? 0;
	}

	add(row: Omit<typeof drafts.$inferInsert, 'id'>): number {
		return this.#db.insert(drafts).values(row).returning({ id: drafts.id }).get().id;
	}

	change(id: number, to: Partial<Omit<DraftRow, 'id'>>): void {
		this.#db.update(drafts).set(to).where(eq(drafts.id, id)).run();
	}

	remove(id: number): void {
		this.#db.delete(drafts).where(eq(drafts.id, id)).run();
	}

	#select() {
		return this.#db
			.select({ draft: drafts, owner: users.name })
			.from(drafts)
			.leftJoin(users, eq(users.id, drafts.ownerId))
			.orderBy(desc(drafts.broughtAt), desc(drafts.id));
	}
}

const owned = ({ draft, owner }: { draft: DraftRow; owner: string | null }): OwnedRow => ({
	...draft,
	owner
});
