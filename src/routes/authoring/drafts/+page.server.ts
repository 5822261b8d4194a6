/** Labs that instructors bring along: each of them sees their own, operators see all. */
import { fail } from '@sveltejs/kit';
import { text } from '../../sign-in/form.ts';
import { staffOf } from '../../watch/guard.ts';
import { broughtBy, bringZip } from './brought.ts';
import { draftView } from './view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, depends, setHeaders }) => {
	const staff = staffOf(locals, url);
	depends('app:drafts');
	setHeaders({ 'cache-control': 'private, no-store' });
	const drafts = await locals.drafts.list(staff);
	return {
		drafts: drafts.map((draft) => ({ ...draftView(draft), isOwn: draft.ownerId === staff.id })),
		sources: locals.drafts.sources
	};
};

export const actions: Actions = {
	zip: ({ locals, url, request }) => bringZip(locals, { staff: staffOf(locals, url), request }),

	pull: async ({ locals, url, request }) => {
		const staff = staffOf(locals, url);
		const form = await request.formData();
		const [address, path] = [text(form, 'address').trim(), text(form, 'path').trim().replace(/\/+$/, '')];
		const answer = await broughtBy(locals, staff, await locals.drafts.pull(staff, { address, path }));
		return fail(answer.status, { ...answer.data, address, path });
	}
};
