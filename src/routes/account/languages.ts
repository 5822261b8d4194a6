import { LANGUAGES } from '#lib/words/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';

/** The cookie that keeps the language somebody chose. */
export const LANGUAGE_COOKIE = 'language';
const LANGUAGE_SECONDS = 365 * 24 * 60 * 60;
export const LANGUAGE_COOKIE_OPTIONS = {
	path: '/',
	sameSite: 'lax',
	httpOnly: true,
	maxAge: LANGUAGE_SECONDS
} as const;

/** Every language that the interface speaks or a lab here is written in, each by its own name. */
export function languagesIn(labs: Pick<Lab, 'language' | 'translations'>[]): { tag: string; name: string }[] {
	const tags = labs.flatMap(({ language = 'en', translations = [] }) => [
		language,
		...translations.map(({ language = 'en' }) => language)
	]);
	return [...new Set([...LANGUAGES, ...tags])].sort().map((tag) => ({ tag, name: nameOf(tag) }));
}

function nameOf(tag: string): string {
	const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
	return name.slice(0, 1).toLocaleUpperCase(tag) + name.slice(1);
}
