/** The candidate an author most likely meant, or null when nothing is near. Case does not count. */
export function nearest(written: string, candidates: Iterable<string>): string | null {
	const wanted = written.toLowerCase().slice(0, 60);
	let best: string | null = null;
	let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
	for (const candidate of candidates) {
		const far = distance(wanted, candidate.toLowerCase());
		if (far < least) [best, least] = [candidate, far];
	}
	return best;
}

/** ` Did you mean …?`, or what there is to choose from, or nothing: to end a sentence with. */
export function suggestion(written: string, candidates: Iterable<string>): string {
	const known = [...candidates];
	const near = nearest(written, known);
	if (near !== null) return ` Did you mean \`${near}\`?`;
	if (known.length === 0 || known.length > 12) return '';
	return ` There ${known.length === 1 ? 'is' : 'are'}: ${known.map((name) => `\`${name}\``).join(', ')}.`;
}

/** Letters to add, drop, change or swap with their neighbour to get from one word to the other. */
function distance(a: string, b: string): number {
	const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...new Array<number>(b.length).fill(0)]);
	rows[0] = Array.from({ length: b.length + 1 }, (_, j) => j);
	const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
	for (let i = 1; i <= a.length; i++) {
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost);
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (swapped) least = Math.min(least, at(i - 2, j - 2) + 1);
			rows[i]![j] = least;
		}
	}
	return at(a.length, b.length);
}
