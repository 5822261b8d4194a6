/**
 * Waiting until what was committed is on the disk, beside the event loop, and once for all who
 * wait: a commit that waits by itself stops the whole server, for as long as the disk is busy.
 * Knows nothing of what was committed.
 */
import { open } from 'node:fs/promises';

export class Settling {
	readonly #sync: () => Promise<void>;
	#next: Promise<void> | null = null;
	#last: Promise<void> = Promise.resolve();

	constructor(sync: () => Promise<void>) {
		this.#sync = sync;
	}

	/** @throws what the disk says, to all who waited for that time. */
	settled(): Promise<void> {
		this.#next ??= this.#begin();
		return this.#next;
	}

	/** A sync that runs already may have missed what was committed since: the next one serves. */
	#begin(): Promise<void> {
		const next = this.#last.then(() => {
			this.#next = null;
			return this.#sync();
		});
		this.#last = next.catch(() => undefined);
		return next;
	}
}

/** The log of a database that writes ahead: what is committed is in it until it is in the file. */
export async function syncLog(database: string): Promise<void> {
	const log = await open(`${database}-wal`).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return null; // nothing was committed since it was put away
		throw error;
	});
	try {
		await log?.datasync();
	} finally {
		await log?.close();
	}
}
