/** Trying a lab out: an author sees it as a learner does, and jumps to any task of it. */
import { error, redirect } from '@sveltejs/kit';
import type { Run } from '#lib/server/db/index.ts';
import { t } from '#lib/words/index.ts';
import { answer, field, here } from './forms.ts';
import type { RequestEvent } from './$types';

/** Who tries it, for the page; null for everybody else. */
export const trialOnPage = ({ author, user, trials }: App.Locals, labId: string) =>
	author && user && { jump: trials.jumps.view(user.id, labId) };

/** For who writes this lab, while they see it as themselves. */
export const workbenchOnPage = ({ author, workbench }: App.Locals, run: Run | null) =>
	author ? null : (workbench?.view(run) ?? null);

/** Whether this person may try it out, and does not do so already. */
export const mayTry = ({ author, user }: App.Locals) => !author && user !== null && user.role !== 'learner';

export const trialActions = {
	try: (event: RequestEvent) => {
		const { locals, params } = event;
		if (!locals.labs.lab(params.lab)) error(404, t('There is no such lab.'));
		locals.trials.begin(authorOf(event), params.lab);
		redirect(303, `/labs/${params.lab}`);
	},

	untry: async (event: RequestEvent) => {
		const { locals, params } = event;
		const author = authorOf(event);
		const account = locals.trials.accountIn(author.id, params.lab);
		if (account) {
			const run = locals.runs.current(account.id, params.lab);
			locals.trials.jumps.forget(account.id, params.lab);
			if (run) await locals.runs.stop(run);
			locals.trials.end(author, params.lab);
		}
		redirect(303, whereTo(locals, author, params.lab));
	},

	jump: async (event: RequestEvent) => {
		authorOf(event);
		const task = field(await event.request.formData(), 'task');
		return answer(
			here(event, async ({ author, trials, user }, lab) =>
				author
					? trials.jumps.start(user.id, lab, task)
					: { refused: t('Preview this lab as a learner first: a jump is made there.') }
			)
		);
	}
};

/** From the preview of a draft, which has no page of its own in the catalogue, back to where it is written. */
function whereTo({ drafts }: App.Locals, author: NonNullable<App.Locals['author']>, labId: string): string {
	const draft = drafts.catalogue.lab(labId) ? null : drafts.drafted(author, labId);
	return draft ? `/authoring/drafts/${draft.id}` : `/labs/${labId}`;
}

function authorOf({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const person = locals.author ?? locals.user;
	if (!person) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	if (person.role === 'learner') error(403, t('Only instructors and operators try labs out.'));
	return person;
}
