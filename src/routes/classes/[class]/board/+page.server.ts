import { fail } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { text } from '../../../sign-in/form.ts';
import { wordsFor } from '../../kind-words.ts';
import { classOf } from '../../guard.ts';
import { hideNames, namesFor } from '../../names.ts';
import { helpActions, machineActions } from './forms.ts';
import { labsOnPage, queueOnPage, seatOnPage } from './view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	event.depends('app:board');
	const { found } = classOf(event);
	const { lessons, labs } = event.locals;
	const names = namesFor(event);
	const seats = lessons.board(found.id).map((seat) => seatOnPage(seat, names));
	const title = (labId: string) => labs.lab(labId)?.title ?? labId;
	return {
		now: Date.now(),
		hidden: names.hidden,
		seats,
		queue: queueOnPage(event, found.id, seats),
		labs: labsOnPage(event, found.id, seats),
		said: lessons.announcements
			.current(found.id)
			.map(({ id, text, labId }) => ({ id, text, lab: labId && title(labId) })),
		reserved: lessons.machines.reserved(found.id).map(({ id, labId, count, ready, making, until }) => ({
			...{ id, labId, count, making, until },
			...{ lab: title(labId), ready: Math.min(ready, count) }
		})),
		poolSize: event.locals.config.POOL
	};
};

export const actions: Actions = {
	names: async (event) => {
		classOf(event);
		hideNames(event, text(await event.request.formData(), 'names') === 'hidden');
		return {};
	},

	say: async (event) => {
		const { staff, found } = classOf(event);
		const form = await event.request.formData();
		const [words, labId] = [text(form, 'text'), text(form, 'lab') || null];
		const said = event.locals.lessons.announcements.say(found.id, { text: words, labId }, staff);
		return 'refused' in said
			? fail(400, { refused: said.refused, text: words })
			: { done: wordsFor(found.kind).told };
	},

	unsay: async (event) => {
		const { found } = classOf(event);
		event.locals.lessons.announcements.takeBack(found.id, Number(text(await event.request.formData(), 'id')));
		return { done: t('It is taken back.') };
	},

	...helpActions,
	...machineActions
};
