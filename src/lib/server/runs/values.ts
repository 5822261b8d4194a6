/** The values of a learner's parameters in a lab: the same whenever they are asked for. */
import { paramValues, type Lab, type Values } from '#lib/server/labs/index.ts';
import type { RunsOptions } from './options.ts';

/** Who begins a lab without machines again gets others. */
export function valuesOf(
	{ key, progress }: Pick<RunsOptions, 'key' | 'progress'>,
	userId: number,
	lab: Lab
): Values {
	const round = lab.hosts.length === 0 ? progress.round(userId, lab.id) : 0;
	const scope = round === 0 ? 'practice' : `practice ${round}`;
	return paramValues(lab, { key, learner: `${userId}`, scope });
}
