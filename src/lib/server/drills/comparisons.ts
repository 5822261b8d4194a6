/**
 * A drill among others of the same lab. Every one of them is a point: no mean stands for them. Drills
 * of others are shown when they are of so many people that none of them can be told by it: those of
 * the class if it is enough of them, else of everybody who played it here.
 */
import type { Comparison } from '#lib/drills/report.ts';
import type { Figures } from '#lib/drills/figures.ts';
import { t, type Phrase } from '#lib/words/index.ts';
import type { DrillRow } from '#lib/server/db/index.ts';

const LEAST_OTHERS = 5;

type Reads = (figures: Figures) => number | null;

const AXES = [
	{ title: 'Time to notice', read: ({ strikes }) => strikes.find(({ stood }) => !stood)?.toNotice ?? null },
	{
		title: 'Time to recover',
		read: ({ strikes }) => strikes.find(({ second }) => !second)?.toRecover ?? null
	},
	{
		title: 'Time to recover from the second strike',
		read: ({ strikes }) => strikes.find(({ second }) => second)?.toRecover ?? null
	}
] as const satisfies { title: Phrase; read: Reads }[];

/** Drills that were played to their end. */
export interface Played {
	/** By the learner and the people of their classes. */
	inClass: DrillRow[];
	/** By anybody. */
	here: DrillRow[];
}

export function comparisons(row: DrillRow, figures: Figures, { inClass, here }: Played): Comparison[] {
	const among = peopleBeside(row, inClass) >= LEAST_OTHERS ? 'class' : 'everybody';
	const played = among === 'class' ? inClass : here;
	const shown = peopleBeside(row, played) >= LEAST_OTHERS;
	const others = played.filter(({ id, userId }) => id !== row.id && (userId === row.userId || shown));
	return AXES.flatMap(({ title, read }) => {
		const own = read(figures);
		const values: Comparison['values'] = others.flatMap((other) => {
			const value = other.figures ? read(other.figures as Figures) : null;
			return value === null ? [] : [{ value, whose: other.userId === row.userId ? 'own' : 'other' }];
		});
		if (own !== null) values.push({ value: own, whose: 'this' });
		return values.length > 1 ? [{ title: t(title), among, values }] : [];
	});
}

const peopleBeside = (row: DrillRow, played: DrillRow[]) =>
	new Set(played.map(({ userId }) => userId)).difference(new Set([row.userId])).size;
