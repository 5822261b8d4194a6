import { redirect } from '@sveltejs/kit';
import { backTo } from '../back.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Only answers live here; what there is to see is with the recordings. */
export const load: PageServerLoad = () => redirect(303, '/recordings');

export const actions: Actions = {
	allow: (event) => answer(event, true),
	refuse: (event) => answer(event, false)
};

/** A learner says whether somebody who looks on may type. */
async function answer({ locals, request, url }: RequestEvent, given: boolean) {
	if (!locals.user) redirect(303, '/sign-in');
	const form = await request.formData();
	const who = { runId: Number(form.get('run')), watcherId: Number(form.get('watcher')) };
	locals.watchings.answer(locals.user.id, who, given);
	redirect(303, backTo(form.get('back'), url));
}
