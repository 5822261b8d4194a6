/** The rows of the pool. Deleting one is how a sandbox is taken: it succeeds once. */
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { pooledSandboxes, type Db, type PooledSandbox } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';

export class PoolRows {
	readonly #db: Db;

	constructor(db: Db) {
		this.#db = db;
	}

	all(): PooledSandbox[] {
		return this.#db.select().from(pooledSandboxes).orderBy(asc(pooledSandboxes.id)).all();
	}

	readyOf({ id, digest }: Pick<Lab, 'id' | 'digest'>): PooledSandbox[] {
		const mine = and(eq(pooledSandboxes.labId, id), eq(pooledSandboxes.digest, digest));
		return this.#db
			.select()
			.from(pooledSandboxes)
			.where(and(mine, isNotNull(pooledSandboxes.readyAt)))
			.orderBy(asc(pooledSandboxes.id))
			.all();
	}

	begin({ id, digest }: Pick<Lab, 'id' | 'digest'>): PooledSandbox {
		const row = { labId: id, digest, createdAt: new Date() };
		return this.#db.insert(pooledSandboxes).values(row).returning().get();
	}

	ready(id: number): void {
		this.#db.update(pooledSandboxes).set({ readyAt: new Date() }).where(eq(pooledSandboxes.id, id)).run();
	}

	drop(id: number): boolean {
		return this.#db.delete(pooledSandboxes).where(eq(pooledSandboxes.id, id)).run().changes > 0;
	}

	/** Both or neither: the row is gone, and `write` has been done. False when somebody was faster. */
	take(id: number, write: () => void): boolean {
		return this.#db.transaction(() => {
			if (!this.drop(id)) return false;
			write();
			return true;
		});
	}
}
