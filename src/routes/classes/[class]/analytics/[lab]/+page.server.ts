import { error } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { classOf } from '../../../guard.ts';
import { namesFor } from '../../../names.ts';
import type { PageServerLoad } from './$types';

/** One lab, task by task; and what in its work a person may want to look at. */
export const load: PageServerLoad = (event) => {
	const { found } = classOf(event);
	const { labs, lessons, classes } = event.locals;
	const lab = labs.lab(event.params.lab) ?? error(404, t('There is no such lab.'));
	const names = namesFor(event);
	const members = new Map(classes.roster.all(found.id).map(({ userId, name }) => [userId, name]));
	const nameOf = (userId: number) => names.of(userId, members.get(userId) ?? '');
	return {
		lab: { id: lab.id, title: lab.title },
		...lessons.analytics.lab(found.id, lab),
		signals: lessons.signals(found.id, lab).map(({ userId, otherId, task, ...signal }) => ({
			...signal,
			...{ userId, name: nameOf(userId), other: otherId === null ? null : nameOf(otherId) },
			task: lab.tasks.find(({ id }) => id === task)?.title ?? task
		}))
	};
};
