import { fail } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { text } from '../../sign-in/form.ts';
import { operatorOf } from '../guard.ts';
import { MODES } from './modes.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	operatorOf(locals, url);
	return { mode: locals.auth.signUpMode() };
};

export const actions: Actions = {
	default: async ({ locals, url, request }) => {
		const operator = operatorOf(locals, url);
		const typed = text(await request.formData(), 'mode');
		const chosen = MODES.find(({ mode }) => mode === typed);
		if (!chosen) return fail(400, { refused: t('Choose who may sign up.') });
		locals.auth.changeSignUpMode(chosen.mode);
		locals.audit.record(operator, { deed: 'sign-up', subject: chosen.mode });
		return { done: t('Saved. {means}', { means: t(chosen.means) }) };
	}
};
