/** The languages a person reads, best first: the one they chose here, then what their browser asks for. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { learn, speak, type Language } from '#lib/words/index.ts';
import french, { kept } from '#lib/words/fr/index.ts';

export const LANGUAGE_COOKIE = 'language';

/** The language of the request that is answered right now; what happens by itself speaks English. */
const spoken = new AsyncLocalStorage<Language>();

/** Teaches the server its languages; once, before the first request. */
export function learnLanguages(): void {
	learn('fr', { phrases: french, kept });
	speak(() => spoken.getStore() ?? 'en');
}

/** Everything `answer` says is said in this language. */
export const speakIn = <T>(language: Language, answer: () => T): T => spoken.run(language, answer);

const TAG = /^[a-z]{2,3}(-[A-Z]{2})?$/;
const MOST = 10;

export function languagesOf(cookie: string | undefined, accepted: string | null): string[] {
	const chosen = readLanguage(cookie);
	return [...(chosen ? [chosen] : []), ...(accepted === null ? [] : byWish(accepted))].slice(0, MOST);
}

/** The language a cookie or a form names; null for anything else. */
export const readLanguage = (value: unknown): string | null =>
	typeof value === 'string' && TAG.test(value) ? value : null;

/** `fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5`: what is wished for most comes first. */
function byWish(accepted: string): string[] {
	const wishes = accepted
		.slice(0, 500)
		.split(',')
		.map((part) => {
			const [tag = '', ...rest] = part.split(';').map((piece) => piece.trim());
			const said = rest.find((piece) => piece.startsWith('q='));
			return { tag: spelt(tag), weight: said === undefined ? 1 : Number(said.slice(2)) };
		});
	return wishes
		.filter(({ tag, weight }) => TAG.test(tag) && weight > 0)
		.sort((a, b) => b.weight - a.weight)
		.map(({ tag }) => tag);
}

/** `pt-br` as `pt-BR`; of `zh-Hans-CN`, the language alone. */
function spelt(tag: string): string {
	const [language = '', region, ...more] = tag.split('-');
	const isRegion = region?.length === 2 && more.length === 0;
	return language.toLowerCase() + (isRegion ? `-${region.toUpperCase()}` : '');
}
