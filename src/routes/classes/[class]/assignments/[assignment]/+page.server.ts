import { error, fail, redirect } from '@sveltejs/kit';
import type { Regraded } from '#lib/server/classes/index.ts';
import { t } from '#lib/words/index.ts';
import { text } from '../../../../sign-in/form.ts';
import { classOf } from '../../../guard.ts';
import { writtenIn } from '../form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { found, assignment } = assignmentOf(event);
	const { classes } = event.locals;
	const zone = found.zone ?? 'UTC';
	return {
		zone,
		assignment: { id: assignment.id, title: assignment.title, dueAt: assignment.dueAt },
		written: classes.assignments.written(assignment, zone),
		extensions: classes.assignments.extensions(assignment.id),
		people: classes.roster.all(found.id).map(({ userId, name, fullName }) => ({ userId, name, fullName }))
	};
};

export const actions: Actions = {
	change: async (event) => {
		const { assignment } = assignmentOf(event);
		const form = await event.request.formData();
		const typed = writtenIn(form);
		const { assignments, gradebook } = event.locals.classes;
		const then = assignments.as(assignment, typed);
		if ('refused' in then) return fail(400, { ...then, typed });
		const regraded = gradebook.whoChanges(assignment, then);
		// Who has seen the list says yes to just these rules: others are shown first who changes by those.
		if (regraded.length > 0 && text(form, 'sure') !== keyOf(typed))
			return fail(409, { regrade: regradeOnPage(regraded, typed), typed });
		const refusal = assignments.change(assignment, typed);
		return refusal ? fail(400, { ...refusal, typed }) : { done: t('The dates are changed.') };
	},

	takeback: async (event) => {
		const { found, assignment } = assignmentOf(event);
		event.locals.classes.assignments.takeBack(assignment);
		redirect(303, `/classes/${found.id}/assignments`);
	},

	extend: async (event) => {
		const { staff, found, assignment } = assignmentOf(event);
		const form = await event.request.formData();
		const { roster, assignments } = event.locals.classes;
		const more = { due: text(form, 'more').slice(0, 16), reason: text(form, 'reason').slice(0, 200) };
		const userId = Number(text(form, 'person'));
		if (!roster.has(found.id, userId))
			return fail(400, { refused: t('Choose somebody of this class.'), field: 'name' as const, more });
		const given = { userId, zone: found.zone ?? 'UTC', ...more };
		const refusal = assignments.extend(assignment, given, staff.id);
		if (refusal)
			return fail(400, {
				refused: refusal.refused,
				field: refusal.field === 'due' ? ('more' as const) : refusal.field,
				more
			});
		return { done: t('They have more time.') };
	},

	unextend: async (event) => {
		const { assignment } = assignmentOf(event);
		const person = Number(text(await event.request.formData(), 'person'));
		event.locals.classes.assignments.unextend(assignment.id, person);
		return { done: t('The usual dates hold for them again.') };
	}
};

type Typed = ReturnType<typeof writtenIn>;

const keyOf = ({ opens, due, closes, late, counting, zone }: Typed) =>
	[opens, due, closes, late, counting, zone].join(' ');

/** More than this nobody reads one by one. */
const LISTED = 50;

const regradeOnPage = (regraded: Regraded[], typed: Typed) => ({
	key: keyOf(typed),
	people: regraded.slice(0, LISTED).map(({ member: { userId, name, fullName }, now, then }) => ({
		...{ userId, name, fullName, of: then.of },
		...{ now: now.points, then: then.points, daysLate: then.daysLate }
	})),
	total: regraded.length,
	more: regraded.filter(({ now, then }) => (then.points ?? 0) > (now.points ?? 0)).length
});

function assignmentOf(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const { staff, found } = classOf(event);
	const id = /^\d{1,15}$/.test(event.params.assignment) ? Number(event.params.assignment) : 0;
	const assignment = event.locals.classes.assignments.find(found.id, id);
	if (!assignment) error(404, t('This assignment is not there any more.'));
	return { staff, found, assignment };
}
