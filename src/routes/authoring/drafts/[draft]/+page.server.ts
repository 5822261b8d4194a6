/** One lab that was brought: what must be mended, its proof, and whether learners have it. */
import { error, fail, redirect } from '@sveltejs/kit';
import type { Refusal } from '#lib/server/refusal.ts';
import { t } from '#lib/words/index.ts';
import { text } from '../../../sign-in/form.ts';
import { staffOf } from '../../../watch/guard.ts';
import { byFile } from '../../by-file.ts';
import { proofView } from '../../proof-view.ts';
import { broughtBy, bringZip } from '../brought.ts';
import { draftView } from '../view.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { staff, found } = await draftOf(event);
	event.depends('app:draft');
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const { lab, proof, proving, ending } = found;
	const needsProof = lab !== null && !proving && !(proof && !proof.stale && proof.problems.length === 0);
	return {
		draft: draftView(found),
		problems: byFile(found.problems),
		isSound: lab !== null,
		/** Null for a lab that cannot be read: there is nothing to prove yet. */
		proof: lab && proof ? proofView({ id: lab.id, title: lab.title }, proof) : null,
		...{ proving, ending, needsProof },
		log: await event.locals.drafts.log(staff, found.id)
	};
};

export const actions: Actions = {
	zip: async (event) => {
		const { staff, found } = await draftOf(event);
		return bringZip(event.locals, { staff, request: event.request, draft: found.id });
	},

	again: async (event) => {
		const { staff, found } = await draftOf(event);
		return broughtBy(event.locals, staff, await event.locals.drafts.pullAgain(staff, found.id));
	},

	prove: async (event) => {
		const { staff, found } = await draftOf(event);
		return said(await event.locals.drafts.prove(staff, found.id));
	},

	stop: async (event) => {
		const { staff, found } = await draftOf(event);
		await event.locals.drafts.stopProof(staff, found.id);
	},

	publish: async (event) => {
		const { staff, found } = await draftOf(event);
		const wrong = await event.locals.drafts.publish(staff, found.id);
		if (wrong) return said(wrong);
		const detail = found.lab?.digest.slice(0, 12) ?? '';
		event.locals.audit.record(staff, { deed: 'lab-publish', subject: found.labId ?? '', detail });
		return { done: t('Published. Learners find it in the catalogue.') };
	},

	unpublish: async (event) => {
		const { staff, found } = await draftOf(event);
		const wrong = event.locals.drafts.unpublish(staff, found.id);
		if (wrong) return said(wrong);
		event.locals.audit.record(staff, { deed: 'lab-unpublish', subject: found.labId ?? '' });
		return { done: t('Taken back. Who is at work on it can finish; what was reached stays.') };
	},

	remove: async (event) => {
		const { staff, found } = await draftOf(event);
		if (text(await event.request.formData(), 'sure') !== 'yes')
			return fail(400, { refused: t('Say that you are sure first.') });
		const wrong = await event.locals.drafts.remove(staff, found.id);
		if (wrong) return said(wrong);
		const subject = found.labId ?? found.origin;
		event.locals.audit.record(staff, { deed: 'lab-delete', subject });
		redirect(303, '/authoring/drafts');
	}
};

const said = (wrong: Refusal | null) => (wrong ? fail(409, { refused: wrong.refused }) : undefined);

/** For its owner and for operators. For everybody else it is not there. */
async function draftOf({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
	const staff = staffOf(locals, url);
	const id = /^\d{1,15}$/.test(params.draft) ? Number(params.draft) : 0;
	const found = (await locals.drafts.find(staff, id)) ?? error(404, t('There is no such draft of yours.'));
	return { staff, found };
}
