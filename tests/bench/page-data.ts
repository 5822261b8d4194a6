/** SvelteKit's `__data.json`: values in one flat list that point at each other. */

/** The data of the page itself, without its layouts'. */
export function pageData(text: string): unknown {
	const { nodes } = JSON.parse(text) as { nodes: { type: string; data?: unknown[] }[] };
	const flat = nodes.at(-1)?.data;
	if (!flat) throw new Error(`The page sent no data: ${text.slice(0, 200)}`);
	const value = (index: number): unknown => {
		const there = index < 0 ? undefined : flat[index];
		if (typeof there !== 'object' || there === null) return there;
		if (Array.isArray(there)) return typeof there[0] === 'string' ? there : there.map(value);
		return Object.fromEntries(Object.entries(there).map(([key, at]) => [key, value(at as number)]));
	};
	return value(0);
}
