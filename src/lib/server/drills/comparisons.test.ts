import { expect, test } from 'vitest';
import type { Figures } from '#lib/drills/figures.ts';
import type { DrillRow } from '#lib/server/db/index.ts';
import { comparisons } from './comparisons.ts';

const took = (toRecover: number) =>
	({ strikes: [{ second: false, stood: false, toNotice: null, toRecover }] }) as unknown as Figures;
const drill = (id: number, userId: number) => ({ id, userId, figures: took(id * 1000) }) as DrillRow;

const among = (own: DrillRow, played: { inClass?: DrillRow[]; here: DrillRow[] }) =>
	comparisons(own, own.figures as Figures, { inClass: [own], ...played });

test('others are shown as soon as they are five, each as a point; ones own always', () => {
	const own = drill(1, 1);
	const earlier = drill(2, 1);
	const others = [3, 4, 5, 6, 7].map((id) => drill(id, id));
	const whose = (played: DrillRow[]) =>
		among(own, { here: played }).flatMap(({ values }) => values.map((one) => one.whose));
	expect(whose([own, earlier, ...others.slice(1), drill(8, 7)])).toEqual(['own', 'this']);
	expect(whose([own, earlier, ...others])).toEqual([
		...['own', 'other', 'other', 'other', 'other', 'other'],
		'this'
	]);
});

test('the class is who one is compared with, once enough of it have played', () => {
	const own = drill(1, 1);
	const strangers = [20, 21, 22, 23, 24, 25].map((id) => drill(id, id));
	const mates = [3, 4, 5, 6, 7].map((id) => drill(id, id));
	const few = among(own, { inClass: [own, ...mates.slice(1)], here: [own, ...mates.slice(1), ...strangers] });
	expect(few.map((one) => [one.among, one.values.length])).toEqual([['everybody', 11]]);
	const many = among(own, { inClass: [own, ...mates], here: [own, ...mates, ...strangers] });
	expect(many.map((one) => [one.among, one.values.length])).toEqual([['class', 6]]);
});
