/**
 * Words: what the interface says, in the language of who reads it. A sentence is written in English where
 * it is said, `t('Start the lab')`; the dictionaries in the folders beside this file are keyed by it, and a
 * sentence that one of them lacks does not compile. English itself costs a page nothing.
 *
 * - `{name}` is filled in: `t('Hello {name}', { name })`.
 * - Forms of number stand between bars and are chosen by `n`: `t('{n} lab|{n} labs', { n })`. A language has
 *   as many as `Intl.PluralRules` knows there, in its order.
 * - ` ## a note` tells two equal English sentences apart and is never shown: `t('Open ## verb')`.
 *
 * Texts of labs and courses are not here: they carry translations of their own.
 */
import type french from './fr/index.ts';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** An English sentence that every dictionary has. */
export type Phrase = keyof typeof french;
export type Dictionary = Readonly<Record<string, string>>;

type Names<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Values<P extends string> = Record<Names<P>, string | number>;
export type Filling<P extends string> = [Names<P>] extends [never] ? [] : [Values<P>];

/** A language: its phrases, and the sentences that are kept in English (in the database, by a process) and told later. */
interface Tongue {
	phrases: Dictionary;
	kept: Dictionary;
}

const tongues: Partial<Record<Language, Tongue>> = {};
let whose: () => Language = () => 'en';

/** Where the language of who reads is found: the request on a server, the page in a browser. */
export const speak = (reader: () => Language): void => void (whose = reader);

/** Adds a language. English needs none. */
export const learn = (language: Language, tongue: Tongue): void => void (tongues[language] = tongue);

/** The language of who reads now. */
export const language = (): Language => whose();

/** The tag `Intl` is given for dates and numbers: English days come before the month here. */
export const locale = (): 'en-GB' | 'fr' => (whose() === 'en' ? 'en-GB' : 'fr');

/** The first of these tags, best first, that the interface speaks; null for none. */
export function spokenOf(tags: readonly string[]): Language | null {
	for (const tag of tags) {
		const known = LANGUAGES.find((language) => language === tag.slice(0, 2));
		if (known) return known;
	}
	return null;
}

export function t<P extends Phrase>(phrase: P, ...[values]: Filling<P>): string {
	return fill(translated(phrase), values);
}

/** The phrase in the reader's language with its `{names}` left open, for markup to fill them. */
export const unfilled = (phrase: Phrase): string => withoutNote(translated(phrase));

/**
 * A finished English sentence that was kept (a reason in the database, the word of a process) in the
 * reader's language: found by its pattern, or left as it is.
 */
export function told(sentence: string): string {
	const tongue = tongues[whose()];
	if (!tongue) return sentence;
	const whole = tongue.kept[sentence] ?? tongue.phrases[sentence];
	if (whole !== undefined) return whole;
	for (const { pattern, names, translation } of patternsOf(tongue)) {
		const [, ...parts] = pattern.exec(sentence) ?? [];
		if (parts.length > 0)
			return fill(translation, Object.fromEntries(names.map((name, at) => [name, parts[at]!])));
	}
	return sentence;
}

const translated = (phrase: string): string => tongues[whose()]?.phrases[phrase] ?? phrase;

function withoutNote(phrase: string): string {
	const note = phrase.indexOf(' ## ');
	return note < 0 ? phrase : phrase.slice(0, note);
}

function fill(phrase: string, values: Record<string, string | number> | undefined): string {
	const text = withoutNote(phrase);
	if (!values) return text;
	return oneForm(text, values).replace(/\{(\w+)\}/g, (hole, name: string) => `${values[name] ?? hole}`);
}

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** Of the forms between bars, in the order of `CATEGORIES`, that of `n`; the last one stands for those left out. */
function oneForm(text: string, { n }: Record<string, string | number>): string {
	if (typeof n !== 'number' || !text.includes('|')) return text;
	const forms = text.split('|');
	const rules = new Intl.PluralRules(whose());
	const known: string[] = rules.resolvedOptions().pluralCategories;
	const at = CATEGORIES.filter((category) => known.includes(category)).indexOf(rules.select(n));
	return forms[at] ?? forms.at(-1)!;
}

interface Pattern {
	pattern: RegExp;
	names: string[];
	translation: string;
}

const patterns = new WeakMap<Tongue, Pattern[]>();

function patternsOf(tongue: Tongue): Pattern[] {
	const made =
		patterns.get(tongue) ??
		Object.entries(tongue.kept)
			.filter(([sentence]) => sentence.includes('{'))
			.map(([sentence, translation]) => ({
				pattern: new RegExp(
					`^${sentence
						.split(/\{\w+\}/)
						.map(plain)
						.join('(.+?)')}$`,
					's'
				),
				names: [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
				translation
			}));
	patterns.set(tongue, made);
	return made;
}

const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
