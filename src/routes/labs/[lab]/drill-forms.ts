/** What can be done in the control room. */
import { answer, field, here, onRun } from './forms.ts';
import type { RequestEvent } from './$types';

type FormEvent = RequestEvent;

export const drillActions = {
	/** Begin: from now on anything may happen. */
	drill: (event: FormEvent) =>
		answer(onRun(event, ({ drills, user }, lab, run) => drills.begin(user.id, lab, run))),

	runbook: async (event: FormEvent) => {
		const text = String((await event.request.formData()).get('runbook') ?? '');
		return answer(here(event, async ({ drills, user }, lab) => drills.runbooks.write(user.id, lab.id, text)));
	},

	notice: async (event: FormEvent) => {
		const text = field(await event.request.formData(), 'text');
		return answer(onRun(event, ({ drills, user }) => drills.room.notice({ userId: user.id }, text)));
	},

	log: async (event: FormEvent) => {
		const text = field(await event.request.formData(), 'text');
		return answer(onRun(event, ({ drills, user }) => drills.room.log({ userId: user.id }, text)));
	},

	declare: async (event: FormEvent) => {
		const text = field(await event.request.formData(), 'text');
		return answer(onRun(event, ({ drills, user }) => drills.room.declare({ userId: user.id }, text)));
	},

	handover: async (event: FormEvent) => {
		const form = await event.request.formData();
		const given = { name: field(form, 'to'), note: String(form.get('note') ?? '').slice(0, 4000) };
		return answer(onRun(event, ({ drills, user }) => drills.room.offer({ userId: user.id }, given)));
	},

	withdraw: (event: FormEvent) =>
		answer(onRun(event, async ({ drills, user }) => drills.room.withdraw({ userId: user.id }))),

	giveup: (event: FormEvent) =>
		answer(onRun(event, async ({ drills, user }) => drills.room.abort({ userId: user.id })))
};
