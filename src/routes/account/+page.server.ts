import { redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { mend, text } from '../sign-in/form.ts';
import { browserName } from './browser-name.ts';
import { LANGUAGE_COOKIE, LANGUAGE_COOKIE_OPTIONS, languagesIn } from './languages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, cookies, setHeaders }) => {
	const identity = identityOf(locals);
	setHeaders({ 'cache-control': 'private, no-store' });
	return {
		name: identity.user.name,
		role: identity.user.role,
		language: cookies.get(LANGUAGE_COOKIE) ?? '',
		languages: languagesIn(locals.labs.all()),
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
		return { done: t('Your password is changed. You are signed out everywhere else.') };
	},

	language: async ({ request, cookies, locals }) => {
		identityOf(locals);
		const tag = text(await request.formData(), 'language');
		const known = languagesIn(locals.labs.all()).find((language) => language.tag === tag);
		if (known) cookies.set(LANGUAGE_COOKIE, known.tag, LANGUAGE_COOKIE_OPTIONS);
		else cookies.delete(LANGUAGE_COOKIE, LANGUAGE_COOKIE_OPTIONS);
		redirect(303, '/account');
	},

	elsewhere: ({ locals }) => {
		const ended = locals.auth.signOutElsewhere(identityOf(locals));
		return {
			done:
				ended === 1
					? t('You are signed out at one other place.')
					: t('You are signed out at {places} other places.', { places: ended })
		};
	}
};

function identityOf({ user, sessionId }: App.Locals) {
	if (!user || sessionId === null) redirect(303, '/sign-in?next=/account');
	return { user, sessionId };
}
