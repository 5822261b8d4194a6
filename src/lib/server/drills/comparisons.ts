/**
 * A drill among others of the same lab. Every one of them is a point: no mean stands for them. Drills
 * of others are shown when they are of so many people that none of them can be told by it.
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

export function comparisons(row: DrillRow, figures: Figures, played: DrillRow[]): Comparison[] {
	const people = new Set(played.map(({ userId }) => userId)).difference(new Set([row.userId]));
	const others = played.filter(
		({ id, userId }) => id !== row.id && (userId === row.userId || people.size >= LEAST_OTHERS)
	);
	return AXES.flatMap(({ title, read }) => {
		const own = read(figures);
		const values: Comparison['values'] = others.flatMap((other) => {
			const value = other.figures ? read(other.figures as Figures) : null;
			return value === null ? [] : [{ value, whose: other.userId === row.userId ? 'own' : 'other' }];
		});
		if (own !== null) values.push({ value: own, whose: 'this' });
		return values.length > 1 ? [{ title: t(title), values }] : [];
	});
}
