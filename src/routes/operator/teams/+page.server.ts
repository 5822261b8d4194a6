/** Teams, and how far each is with what it was given: for who answers for all of them. */
import { fail, redirect } from '@sveltejs/kit';
import { text } from '../../sign-in/form.ts';
import { isDone } from '../../skills.ts';
import { operatorOf } from '../guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url, setHeaders }) => {
	const operator = operatorOf(locals, url);
	setHeaders({ 'cache-control': 'private, no-store' });
	const teams = locals.classes
		.taughtBy(operator)
		.filter(({ kind, archivedAt }) => kind === 'team' && archivedAt === null);
	return { teams: teams.map((team) => teamOnPage(locals, team)) };
};

function teamOnPage(
	{ classes, labs, progress }: Pick<App.Locals, 'classes' | 'labs' | 'progress'>,
	{ id, title, people, zone }: { id: number; title: string; people: number; zone: string | null }
) {
	const members = classes.roster.all(id);
	const work = progress.doneByPeople(members.map(({ userId }) => userId));
	const goals = classes.assignments.of(id).map((goal) => {
		const wanted = goal.labIds.flatMap((one) => labs.lab(one) ?? []).filter(({ tasks }) => tasks.length > 0);
		const isThrough = ({ userId }: { userId: number }) =>
			wanted.length > 0 && wanted.every((lab) => isDone(lab, work.get(userId)?.get(lab.id)));
		const { id: assignment, title, kind, dueAt } = goal;
		return { id: assignment, title, kind, dueAt, finished: members.filter(isThrough).length };
	});
	return { id, title, people, zone: zone ?? 'UTC', goals };
}

export const actions: Actions = {
	create: async ({ locals, url, request }) => {
		const operator = operatorOf(locals, url);
		const title = text(await request.formData(), 'title');
		const made = locals.classes.create(title, operator, 'team');
		if ('refused' in made) return fail(400, { refused: made.refused, title });
		redirect(303, `/classes/${made.id}/people`);
	}
};
