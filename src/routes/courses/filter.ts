/** The catalogue's search: the same on the server, from the address, and in the browser, from the form. */
import { LEVELS, type LabCard, type Level } from '#lib/components/cards.ts';

export interface Wish {
	/** Words that must all occur. */
	q: string;
	level: Level | null;
	tag: string | null;
	/** At most this long. */
	minutes: number | null;
}

/** What an address asks for; what makes no sense is not asked. */
export function readWish(params: URLSearchParams): Wish {
	const level = params.get('level') ?? '';
	const minutes = Number(params.get('minutes'));
	return {
		q: (params.get('q') ?? '').trim().slice(0, 200),
		level: Object.hasOwn(LEVELS, level) ? (level as Level) : null,
		tag: params.get('tag') || null,
		minutes: Number.isInteger(minutes) && minutes > 0 ? minutes : null
	};
}

/** The address's half of a wish, without what is not asked for. */
export function writeWish(wish: Wish): string {
	const asked = Object.entries(wish).filter(([, value]) => value !== null && value !== '');
	return new URLSearchParams(asked.map(([key, value]) => [key, String(value)])).toString();
}

export const anythingAsked = ({ q, level, tag, minutes }: Wish): boolean =>
	Boolean(q || level || tag || minutes);

export const matchingLabs = (labs: LabCard[], wish: Wish): LabCard[] =>
	labs.filter(
		(lab) =>
			(!wish.level || lab.level === wish.level) &&
			(!wish.tag || lab.tags.includes(wish.tag)) &&
			(!wish.minutes || lab.minutes <= wish.minutes) &&
			hasWords(wish.q, [lab.title, lab.summary, lab.course?.title ?? '', ...lab.tags, ...lab.outcomes])
	);

/** Every word of `q` begins a word of the texts; accents and case do not matter. */
export function hasWords(q: string, texts: string[]): boolean {
	const asked = fold(q)
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
	if (asked.length === 0) return true; // as with every visit: the rest is then left undone
	const words = fold(texts.join(' ')).split(/[^\p{L}\p{N}]+/u);
	return asked.every((word) => words.some((candidate) => candidate.startsWith(word)));
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
