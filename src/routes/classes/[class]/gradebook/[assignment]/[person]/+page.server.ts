import { error, fail } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { text } from '../../../../../sign-in/form.ts';
import { classOf } from '../../../../guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { found, assignment, person } = gradeOf(event);
	const { gradebook, assignments } = event.locals.classes;
	const extension = assignments.extensions(assignment.id).find(({ userId }) => userId === person.userId);
	return {
		zone: found.zone ?? 'UTC',
		person: { name: person.name, fullName: person.fullName },
		assignment: { id: assignment.id, title: assignment.title },
		dueAt: extension?.dueAt ?? assignment.dueAt,
		grade: gradebook.grade(assignment, person.userId),
		adjustments: gradebook.adjustments(assignment.id, person.userId)
	};
};

export const actions: Actions = {
	adjust: async (event) => {
		const { staff, assignment, person } = gradeOf(event);
		const form = await event.request.formData();
		const typed = { points: text(form, 'points').slice(0, 20), reason: text(form, 'reason').slice(0, 300) };
		const refusal = event.locals.classes.gradebook.adjust(
			{ assignmentId: assignment.id, userId: person.userId },
			{ points: typed.points === '' ? NaN : Number(typed.points), reason: typed.reason },
			staff.id
		);
		return refusal ? fail(400, { ...refusal, typed }) : { done: t('The points are changed.') };
	}
};

function gradeOf(event: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
	const { staff, found } = classOf(event);
	const number = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : 0);
	const { assignments, roster } = event.locals.classes;
	const assignment = assignments.find(found.id, number(event.params.assignment));
	const person = roster.find(found.id, number(event.params.person));
	if (!assignment || !person) error(404, t('There is no such grade in this class.'));
	return { staff, found, assignment, person };
}
