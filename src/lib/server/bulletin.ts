/**
 * The bulletin board: who wants to hear that something of theirs has changed. It carries no data,
 * only the news that a page should read again; so an event that is lost costs nothing but a moment.
 */
import { EventEmitter } from 'node:events';

const EVERYBODY = 'everybody';

export class Bulletin {
	readonly #events = new EventEmitter().setMaxListeners(0);
	readonly #settled: (() => Promise<void>) | undefined;

	/** Given when rows outlive a power cut, it tells nothing that does not. */
	constructor(settled?: () => Promise<void>) {
		this.#settled = settled;
	}

	/** After the row is in, never before. */
	tell(userId: number): void {
		const tell = () => {
			this.#events.emit(`${userId}`);
			this.#events.emit(EVERYBODY, userId);
		};
		if (this.#settled) void this.#settled().then(tell, () => undefined);
		else tell();
	}

	/** Whether a page of theirs is open that would read again. */
	isHeard(userId: number): boolean {
		return this.#events.listenerCount(`${userId}`) > 0;
	}

	/** Returns what ends the listening. */
	listen(userId: number, listener: () => void): () => void {
		this.#events.on(`${userId}`, listener);
		return () => this.#events.off(`${userId}`, listener);
	}

	/** Hear of everybody's news. */
	listenToAll(listener: (userId: number) => void): () => void {
		this.#events.on(EVERYBODY, listener);
		return () => this.#events.off(EVERYBODY, listener);
	}
}
