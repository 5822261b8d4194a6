import { redirect } from '@sveltejs/kit';
import { mend, text } from '../sign-in/form.ts';
import { browserName } from './browser-name.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, setHeaders }) => {
	const identity = identityOf(locals);
	setHeaders({ 'cache-control': 'private, no-store' });
	return {
		name: identity.user.name,
		role: identity.user.role,
		places: locals.auth
			.places(identity)
			.map(({ current, userAgent, since }) => ({ current, browser: browserName(userAgent), since }))
	};
};

export const actions: Actions = {
	password: async (event) => {
		const form = await event.request.formData();
		const passwords = { current: text(form, 'current'), password: text(form, 'password') };
		const refusal = await event.locals.auth.changePassword(event, identityOf(event.locals), passwords);
		if (refusal) return mend(refusal, {});
		return { done: 'Your password is changed. You are signed out everywhere else.' };
	},

	elsewhere: ({ locals }) => {
		const ended = locals.auth.signOutElsewhere(identityOf(locals));
		return {
			done:
				ended === 1
					? 'You are signed out at one other place.'
					: `You are signed out at ${ended} other places.`
		};
	}
};

function identityOf({ user, sessionId }: App.Locals) {
	if (!user || sessionId === null) redirect(303, '/sign-in?next=/account');
	return { user, sessionId };
}
