import { fail, redirect } from '@sveltejs/kit';
import { text } from '../sign-in/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { user, credentials }, setHeaders }) => {
	if (!user) redirect(303, '/sign-in?next=/certificates');
	setHeaders({ 'cache-control': 'private, no-store' });
	return {
		given: credentials
			.of(user.id)
			.map(({ code, course, issuedAt, revokedAt }) => ({ code, course, issuedAt, revokedAt })),
		onTheWay: credentials
			.onTheWay(user.id)
			.map(({ course, done, of }) => ({ id: course.id, title: course.title, done, of }))
	};
};

export const actions: Actions = {
	default: async ({ locals: { user, credentials, audit }, request }) => {
		if (!user) redirect(303, '/sign-in?next=/certificates');
		const given = await credentials.issue(user, text(await request.formData(), 'course'));
		if ('refused' in given) return fail(409, { refused: given.refused });
		audit.record(user, { deed: 'credential', subject: user.name, detail: given.course });
		redirect(303, `/certificates/${given.code}`);
	}
};
