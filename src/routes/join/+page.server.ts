import { fail, redirect } from '@sveltejs/kit';
import { personOf } from '../classes/guard.ts';
import { text } from '../sign-in/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Says which class a code leads to; joining is a press of a button, so that no link joins anybody. */
export const load: PageServerLoad = ({ locals: { classes, auth, user }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const code = (url.searchParams.get('code') ?? '').slice(0, 100);
	const found = classes.byCode(code);
	const teaches = found && user ? classes.teachers.teaches(user, found.id) : false;
	return {
		code,
		teaches,
		title: found?.title ?? null,
		kind: found?.kind ?? ('class' as const),
		isIn: found && user ? classes.roster.has(found.id, user.id) : false,
		canSignUp: auth.signUpMode() !== 'closed'
	};
};

export const actions: Actions = {
	default: async ({ locals, url, request }) => {
		const user = personOf(locals, url);
		const joined = locals.classes.join(text(await request.formData(), 'code'), user.id);
		if ('refused' in joined) return fail(409, { refused: joined.refused });
		redirect(303, '/');
	}
};
