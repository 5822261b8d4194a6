import { classOf } from '../../../guard.ts';
import { namesFor } from '../../../names.ts';
import type { PageServerLoad } from './$types';

const MOST = 30;

/** The last lines of the terminals of those who agreed. */
export const load: PageServerLoad = async (event) => {
	event.depends('app:screens');
	const { found } = classOf(event);
	const { lessons, classes, terminals, labs } = event.locals;
	const names = namesFor(event);
	const members = new Map(classes.roster.all(found.id).map(({ userId, name }) => [userId, name]));
	const screens = lessons.shown.in(found.id, MOST).map(async ({ id, generation, userId, labId }) => {
		const [key] = terminals.open(`${id}/${generation}/`);
		return {
			...{ runId: id, name: names.of(userId, members.get(userId) ?? '') },
			lab: labs.lab(labId)?.title ?? labId,
			text: key ? ((await terminals.glance(key)) ?? '') : ''
		};
	});
	return { screens: await Promise.all(screens) };
};
