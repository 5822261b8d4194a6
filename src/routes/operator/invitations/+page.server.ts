import { fail } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { text } from '../../sign-in/form.ts';
import { operatorOf } from '../guard.ts';
import { roleFrom } from '../roles.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url, setHeaders }) => {
	operatorOf(locals, url);
	setHeaders({ 'cache-control': 'private, no-store' });
	return { invitations: locals.people.invitations.list() };
};

export const actions: Actions = {
	create: async ({ locals, url, request }) => {
		const operator = operatorOf(locals, url);
		const form = await request.formData();
		const role = roleFrom(text(form, 'role')) ?? 'learner';
		const typed = { role, uses: text(form, 'uses'), days: text(form, 'days'), note: text(form, 'note') };

		const wanted = { role, uses: Number(typed.uses), days: Number(typed.days), note: typed.note };
		const made = locals.people.invitations.create(wanted, operator.id);
		if ('refused' in made) return fail(400, { refused: made.refused, field: made.field, typed });
		const detail = `${role}, for ${wanted.uses}, ${wanted.days} days`;
		locals.audit.record(operator, { deed: 'invite', subject: wanted.note || 'without a note', detail });
		return { code: made.code, link: `${url.origin}/sign-up?code=${made.code}` };
	},

	revoke: async ({ locals, url, request }) => {
		const operator = operatorOf(locals, url);
		const id = Number(text(await request.formData(), 'id'));
		locals.people.invitations.revoke(id);
		locals.audit.record(operator, { deed: 'uninvite', subject: `invitation ${id}` });
		return { done: t('The invitation lets nobody in any more.') };
	}
};
