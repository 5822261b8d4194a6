import { classOf } from '../../guard.ts';
import type { PageServerLoad } from './$types';

/** Every lab that somebody of the class has begun. */
export const load: PageServerLoad = (event) => {
	const { found } = classOf(event);
	const { labs, lessons } = event.locals;
	const all = labs.courses().flatMap(({ modules }) => modules.flatMap((module) => module.labs));
	return { labs: lessons.analytics.overview(found.id, all) };
};
