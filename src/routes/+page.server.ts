/** Home: for a visitor what this is; for somebody signed in, where they were and what comes next. */
import { redirect } from '@sveltejs/kit';
import { THEME_COOKIE, THEME_COOKIE_SECONDS, readTheme } from '#lib/components/theme.ts';
import { spokenOf } from '#lib/words/index.ts';
import { backTo } from './back.ts';
import { courseCard, labsOf, labsOfTrack, sofar, trackCard } from './courses/cards.ts';
import { callsOnPage } from './calls.ts';
import { LANGUAGE_COOKIE, LANGUAGE_COOKIE_OPTIONS } from './account/languages.ts';
import { duesOnPage } from './due.ts';
import { helpOnPage } from './helped.ts';
import { text } from './sign-in/form.ts';
import { myTracks } from './my-tracks.ts';
import { current, suggestions } from './next.ts';
import { begunSkills } from './skills.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const so = sofar(locals);
	const courses = locals.labs.courses();
	const { user } = locals;
	const steps = myTracks(locals, so);
	return {
		courses: courses.map((course) => ({ course: courseCard(course, so), labs: labsOf(course, so) })),
		tracks: locals.labs.tracks().map((track) => trackCard(track, labsOfTrack(track, locals.labs, so))),
		calls: callsOnPage(locals),
		dues: duesOnPage(locals, so),
		help: helpOnPage(locals),
		current: current(locals, so),
		steps,
		suggestions: user ? suggestions(locals, so, new Set(steps.map(({ next }) => next.id))) : [],
		skills: user ? begunSkills(locals, user.id).begun : []
	};
};

export const actions: Actions = {
	/** The theme switch without JavaScript. */
	theme: async ({ request, cookies, url }) => {
		const form = await request.formData();
		cookies.set(THEME_COOKIE, readTheme(form.get('theme')), {
			path: '/',
			maxAge: THEME_COOKIE_SECONDS,
			httpOnly: false, // the page's own script changes it at once
			sameSite: 'lax'
		});
		redirect(303, backTo(form.get('back'), url));
	},

	language: async ({ request, cookies, url }) => {
		const form = await request.formData();
		const tag = spokenOf([text(form, 'language')]);
		if (tag) cookies.set(LANGUAGE_COOKIE, tag, LANGUAGE_COOKIE_OPTIONS);
		redirect(303, backTo(form.get('back'), url));
	}
};
