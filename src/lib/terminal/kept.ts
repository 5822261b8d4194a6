/** What this browser remembers of terminals. Whatever is read may have been written by anybody. */

/** Null when there is nothing, or nothing that can be read. */
export function readKept(key: string): unknown {
	try {
		return JSON.parse(localStorage.getItem(key) ?? 'null') as unknown;
	} catch {
		return null;
	}
}

export function keep(key: string, value: unknown): void {
	try {
		localStorage.setItem(key, JSON.stringify(value));
	} catch {
		// Private windows may refuse; it then lasts as long as the page.
	}
}

/** Keep under `prefix` only the newest ones, by the number their names end with. */
export function forgetOld(prefix: string, most: number): void {
	try {
		const numbers = Object.keys(localStorage)
			.filter((key) => key.startsWith(prefix))
			.map((key) => Number(key.slice(prefix.length)))
			.sort((a, b) => b - a);
		for (const number of numbers.slice(most)) localStorage.removeItem(`${prefix}${number}`);
	} catch {
		// Nothing is kept here, so nothing has to go.
	}
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;
