import { locale } from '#lib/words/index.ts';

/** Points as they are written in the reader's language: 2.5, or 2,5. */
export const inPoints = (points: number): string => points.toLocaleString(locale(), { useGrouping: false });

/** The same with their sign: +2, -1.5. */
export const signed = (points: number): string => (points > 0 ? '+' : '') + inPoints(points);
