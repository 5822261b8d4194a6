/** What a drill is worth: its objectives share its points equally, and each that is met earns its share. */
import type { Drill } from '#lib/server/labs/index.ts';
import type { Figures, Objective, StrikeFigures } from '#lib/drills/figures.ts';

/** What rests on the repair: it earns nothing when the second strike has shown that there was none. */
const ON_THE_REPAIR: Objective['id'][] = ['recover', 'good', 'intact'];

export function pointsOf(
	{ points }: Pick<Drill, 'points'>,
	strikes: Pick<StrikeFigures, 'second' | 'toRecover'>[],
	objectives: Pick<Objective, 'id' | 'state'>[]
): NonNullable<Figures['points']> | null {
	if (!points || objectives.length === 0) return null;
	const fell = strikes.some(({ second, toRecover }) => second && toRecover === null);
	const met = objectives.filter(
		({ id, state }) => state === 'met' && !(fell && ON_THE_REPAIR.includes(id))
	).length;
	return { earned: Math.round((points * met * 10) / objectives.length) / 10, of: points };
}
