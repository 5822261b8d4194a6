import { classOf } from '../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { found } = classOf(event);
	const search = (event.url.searchParams.get('q') ?? '').slice(0, 100);
	const page = Number(event.url.searchParams.get('page') ?? 1);
	const { assignments, ...rest } = event.locals.classes.gradebook.page(found.id, { search, page });
	return { ...rest, search, assignments: assignments.map(({ id, title }) => ({ id, title })) };
};
