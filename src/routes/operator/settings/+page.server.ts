import { fail } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { text } from '../../sign-in/form.ts';
import { operatorOf } from '../guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	operatorOf(locals, url);
	const { preferences } = locals;
	return {
		preferences: Object.fromEntries(preferences.list().map((one) => [one.name, one])),
		privacy: preferences.privacyWritten,
		logoChosen: locals.logos.isChosen
	};
};

export const actions: Actions = {
	limits: async ({ locals, url, request }) => {
		const operator = operatorOf(locals, url);
		const form = await request.formData();
		const typed = Object.fromEntries(
			locals.preferences.list().map(({ name }) => [name, text(form, name).slice(0, 100)])
		);
		const changed = locals.preferences.choose(typed);
		if ('refused' in changed) return fail(400, { refused: changed.refused, field: changed.field, typed });
		for (const name of changed)
			locals.audit.record(operator, {
				...{ deed: 'setting', subject: name },
				detail: typed[name] || 'as configured'
			});
		return { done: changed.length > 0 ? t('Saved. It counts from now on.') : t('Nothing was different.') };
	},

	logo: async ({ locals, url, request }) => {
		const operator = operatorOf(locals, url);
		const form = await request.formData();
		const file = form.get('file');
		if (!(file instanceof File) || file.size === 0)
			return fail(400, { field: 'logo', refused: t('Choose a file first.') });
		const wrong = locals.logos.choose(Buffer.from(await file.arrayBuffer()), text(form, 'alt'));
		if (wrong) return fail(400, { field: 'logo', refused: wrong.refused });
		locals.audit.record(operator, { deed: 'setting', subject: 'logo' });
		return { done: t('Saved. It counts from now on.') };
	},

	unlogo: ({ locals, url }) => {
		const operator = operatorOf(locals, url);
		locals.logos.remove();
		locals.audit.record(operator, { deed: 'setting', subject: 'logo', detail: 'as configured' });
		return { done: t('Saved. It counts from now on.') };
	},

	privacy: async ({ locals, url, request }) => {
		const operator = operatorOf(locals, url);
		const written = text(await request.formData(), 'privacy');
		const wrong = locals.preferences.writePrivacy(written);
		if (wrong) return fail(400, { field: 'privacy', refused: wrong.refused, written });
		locals.audit.record(operator, { deed: 'setting', subject: 'privacy text' });
		return { done: t('Saved. It is linked at the foot of every page and where people sign up.') };
	}
};
