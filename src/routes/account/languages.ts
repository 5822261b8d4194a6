import type { Lab } from '#lib/server/labs/index.ts';

/** Every language a lab here is written in, each by its own name. */
export function languagesIn(labs: Pick<Lab, 'language' | 'translations'>[]): { tag: string; name: string }[] {
	const tags = labs.flatMap(({ language = 'en', translations = [] }) => [
		language,
		...translations.map(({ language = 'en' }) => language)
	]);
	return [...new Set(tags)].sort().map((tag) => ({ tag, name: nameOf(tag) }));
}

function nameOf(tag: string): string {
	const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
	return name.slice(0, 1).toLocaleUpperCase(tag) + name.slice(1);
}
