import { error, fail, redirect } from '@sveltejs/kit';
import { t, type Phrase } from '#lib/words/index.ts';
import { text } from '../../../../sign-in/form.ts';
import { classOf } from '../../../guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** All control rooms side by side, and before that who sits where. */
export const load: PageServerLoad = async (event) => {
	event.depends('app:board');
	const { day } = dayOf(event);
	const { gameDays, labs } = event.locals;
	const { id, mode, byHand, startsAt, pausedAt, endedAt } = day;
	return {
		day: { id, mode, byHand, startsAt, isPaused: pausedAt !== null, isOver: endedAt !== null },
		lab: { id: day.labId, title: labs.lab(day.labId)?.title ?? day.labId },
		state: gameDays.of(day.classId).find((one) => one.id === id)?.state ?? 'over',
		seats: mode === 'shared' && !endedAt ? gameDays.seats(day) : [],
		board: await gameDays.board(day)
	};
};

type Deed = 'open' | 'machines' | 'begin' | 'strike' | 'pause' | 'resume' | 'abort' | 'end';

export const actions: Actions = {
	seats: async (event) => {
		const { day } = dayOf(event);
		const form = await event.request.formData();
		const refusal = event.locals.gameDays.seat(day, (userId) => ({
			team: text(form, `team.${userId}`),
			role: text(form, `role.${userId}`)
		}));
		return refusal ? fail(409, refusal) : { said: [t('The teams are kept.')] };
	},

	open: (event) => doing(event, 'open', ({ gameDays }, day) => gameDays.openNow(day)),

	machines: (event) => doing(event, 'machines', ({ gameDays }, day) => gameDays.startMachines(day)),

	begin: (event) => doing(event, 'begin', ({ gameDays }, day) => gameDays.beginDrills(day)),

	strike: async (event) => {
		const form = await event.request.formData();
		const one = text(form, 'one');
		const chosen = (one ? [one] : form.getAll('chosen').map(String)).map(Number).filter(Number.isInteger);
		const all = form.has('all');
		if (!all && chosen.length === 0) return fail(400, { refused: t('Tick the ones to strike first.') });
		const detail = all ? 'all' : `${chosen.length} of them`;
		return doing(event, 'strike', ({ gameDays }, day) => gameDays.strike(day, all ? 'all' : chosen), detail);
	},

	pause: (event) => doing(event, 'pause', ({ gameDays }, day) => gameDays.pause(day, true)),

	resume: (event) => doing(event, 'resume', ({ gameDays }, day) => gameDays.pause(day, false)),

	abort: async (event) => {
		const drill = Number(text(await event.request.formData(), 'drill'));
		return doing(event, 'abort', ({ gameDays }, day) => {
			const refusal = gameDays.abort(day, drill);
			return refusal ? [refusal.refused] : [];
		});
	},

	end: (event) => doing(event, 'end', ({ gameDays }, day) => gameDays.end(day)),

	cancel: (event) => {
		const { day, found, staff } = dayOf(event);
		const refusal = event.locals.gameDays.cancel(day);
		if (refusal) return fail(409, refusal);
		event.locals.audit.record(staff, { deed: 'game-day', subject: found.title, detail: 'called off' });
		redirect(303, `/classes/${found.id}/game-days`);
	}
};

const DONE = {
	open: 'The day has begun.',
	machines: 'Machines are on their way.',
	begin: 'Drills have begun where machines were up.',
	strike: 'Struck.',
	pause: 'Paused. What is broken stays broken; nothing more breaks.',
	resume: 'It goes on.',
	abort: 'That drill is over.',
	end: 'The day is over.'
} as const satisfies Record<Deed, Phrase>;

/** Do it, write down who did, and tell what could not be done for whom. */
async function doing(
	event: RequestEvent,
	deed: Deed,
	act: (locals: App.Locals, day: ReturnType<typeof dayOf>['day']) => unknown,
	detail = ''
) {
	const { day, found, staff } = dayOf(event);
	if (day.endedAt) return fail(409, { refused: t('This day is over.') });
	const said = await act(event.locals, day);
	event.locals.audit.record(staff, {
		...{ deed: 'game-day', subject: found.title },
		detail: [deed, day.labId, detail].filter(Boolean).join(', ')
	});
	const troubles = Array.isArray(said) ? (said as string[]) : [];
	return troubles.length > 0 ? fail(409, { refused: troubles.join(' ') }) : { said: [t(DONE[deed])] };
}

function dayOf(event: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
	const { staff, found } = classOf(event);
	const id = /^\d{1,15}$/.test(event.params.day) ? Number(event.params.day) : 0;
	const day = event.locals.gameDays.find(found.id, id) ?? error(404, t('This class has no such game day.'));
	return { staff, found, day };
}
