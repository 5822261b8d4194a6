/** Keeps what was used last, up to a size in characters of JSON. */
export class Recent<T> {
	#kept = new Map<string, { value: T; size: number }>();
	#size = 0;
	#limit: number;

	constructor(limit: number) {
		this.#limit = limit;
	}

	find(key: string): T | null {
		const entry = this.#kept.get(key);
		if (!entry) return null;
		this.#kept.delete(key);
		this.#kept.set(key, entry); // a Map remembers the order: now it is the newest
		return entry.value;
	}

	/** Returns the value, for chaining. */
	keep(key: string, value: T): T {
		this.#drop(key);
		const size = JSON.stringify(value).length + key.length;
		this.#kept.set(key, { value, size });
		this.#size += size;
		for (const [oldest] of this.#kept) {
			if (this.#size <= this.#limit) break;
			this.#drop(oldest);
		}
		return value;
	}

	#drop(key: string) {
		this.#size -= this.#kept.get(key)?.size ?? 0;
		this.#kept.delete(key);
	}
}
