import { fail, redirect } from '@sveltejs/kit';
import { callsOnPage } from '../calls.ts';
import { text } from '../sign-in/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, depends, setHeaders }) => {
	const { user, drills } = locals;
	depends('app:drills');
	if (!user) redirect(303, '/sign-in?next=/drills');
	setHeaders({ 'cache-control': 'private, no-store' });
	return {
		calls: callsOnPage(locals),
		own: drills.reports.list(user.id),
		/** What learners wrote, for who grades it. */
		written: user.role === 'learner' ? null : drills.reports.toGrade()
	};
};

export const actions: Actions = {
	/** Take over what somebody hands over, or not. */
	answer: async ({ locals: { user, drills }, request }) => {
		if (!user) redirect(303, '/sign-in?next=/drills');
		const form = await request.formData();
		const offer = Number(text(form, 'offer'));
		const answered = await drills.room.answer(user.id, offer, text(form, 'answer') === 'yes');
		if (answered !== null && typeof answered === 'object') return fail(409, answered);
		redirect(303, answered === null ? '/drills' : `/drills/${answered}/room`);
	}
};
