import { error, fail, redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { listed } from './listed.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was recorded of the person who asks, and who has looked at their work. */
export const load: PageServerLoad = async ({ locals, url, depends, setHeaders }) => {
	const { user, recordings, watchings, labs } = locals;
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	depends('app:recordings');
	setHeaders({ 'cache-control': 'private, no-store' });
	return {
		days: recordings.days,
		recordings: (await recordings.of(user.id)).map((recording) => listed(recording, labs)),
		looks: watchings
			.looksAt(user.id)
			.map(({ labId, ...look }) => ({ ...look, lab: labs.lab(labId)?.title ?? labId }))
	};
};

export const actions: Actions = {
	delete: async ({ locals, request }) => {
		if (!locals.user) redirect(303, '/sign-in?next=/recordings');
		const id = Number((await request.formData()).get('id'));
		const recording = await locals.recordings.find(id);
		if (!recording || recording.userId !== locals.user.id) error(404, t('There is no such recording.'));
		const refusal = await locals.recordings.remove(recording);
		return refusal ? fail(409, refusal) : { done: t('The recording is deleted.') };
	}
};
