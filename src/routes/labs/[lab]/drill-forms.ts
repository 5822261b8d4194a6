/** What can be done in the control room. */
import { answer, field, onRun } from './forms.ts';
import type { RequestEvent } from './$types';

type FormEvent = RequestEvent;

export const drillActions = {
	/** Begin: from now on anything may happen. */
	drill: (event: FormEvent) =>
		answer(onRun(event, ({ drills, user }, lab, run) => drills.begin(user.id, lab, run))),

	notice: async (event: FormEvent) => {
		const text = field(await event.request.formData(), 'text');
		return answer(onRun(event, ({ drills, user }) => drills.notice(user.id, text)));
	},

	log: async (event: FormEvent) => {
		const text = field(await event.request.formData(), 'text');
		return answer(onRun(event, ({ drills, user }) => drills.log(user.id, text)));
	},

	giveup: (event: FormEvent) => answer(onRun(event, async ({ drills, user }) => drills.abort(user.id)))
};
