import { error, fail } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { text } from '../../../../sign-in/form.ts';
import { classOf } from '../../../guard.ts';
import { namesFor } from '../../../names.ts';
import { helpActions, machineActions } from '../forms.ts';
import { queueOnPage, seatOnPage } from '../view.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** One person of the class, and what can be done for them. */
export const load: PageServerLoad = (event) => {
	event.depends('app:board');
	const { found, userId } = asked(event);
	const names = namesFor(event);
	const seats = event.locals.lessons.board(found.id).map((seat) => seatOnPage(seat, names));
	const seat =
		seats.find((one) => one.userId === userId) ?? error(404, t('This person is not in the class.'));
	return {
		now: Date.now(),
		seat,
		queue: queueOnPage(event, found.id, seats).filter((one) => one.userId === userId)
	};
};

export const actions: Actions = {
	say: async (event) => {
		const { staff, found, userId } = asked(event);
		const words = text(await event.request.formData(), 'text');
		const { lessons, classes } = event.locals;
		if (!classes.roster.has(found.id, userId)) error(404, t('This person is not in the class.'));
		const said = lessons.announcements.say(found.id, { text: words, userId }, staff);
		return 'refused' in said ? fail(400, { refused: said.refused }) : { done: t('They are told.') };
	},

	...helpActions,
	extend: machineActions.extend,
	reset: machineActions.reset
};

function asked(event: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
	const userId = /^\d{1,15}$/.test(event.params.person) ? Number(event.params.person) : 0;
	return { ...classOf(event), userId };
}
