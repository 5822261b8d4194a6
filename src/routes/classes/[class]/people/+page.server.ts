import { fail } from '@sveltejs/kit';
import type { Arrival } from '#lib/server/classes/index.ts';
import { t } from '#lib/words/index.ts';
import { text } from '../../../sign-in/form.ts';
import { classOf } from '../../guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { found } = classOf(event);
	const { url, locals } = event;
	const search = (url.searchParams.get('q') ?? '').slice(0, 100);
	return {
		...locals.classes.roster.list(found.id, { search, page: Number(url.searchParams.get('page') ?? 1) }),
		search,
		joinCode: found.joinCode,
		joinLink: found.joinCode && `${url.origin}/join?code=${found.joinCode}`,
		joinUntil: found.joinUntil
	};
};

export const actions: Actions = {
	bring: async (event) => {
		const { staff, found } = classOf(event);
		const file = (await event.request.formData()).get('file');
		if (!(file instanceof File) || file.size === 0) return fail(400, { refused: t('Choose a file first.') });
		const { arrivals, ...brought } = event.locals.classes.roster.bring(
			found.id,
			await file.bytes(),
			staff.id
		);
		if (brought.problems.length) return fail(400, { problems: brought.problems });
		return { brought: { ...brought, made: arrivals.length }, ...ways(event, arrivals) };
	},

	codes: (event) => {
		const { staff, found } = classOf(event);
		const arrivals = event.locals.classes.roster.codesForWaiting(found.id, staff.id);
		if (arrivals.length === 0) return fail(409, { refused: t('Everybody has come in already.') });
		return ways(event, arrivals);
	},

	reset: async (event) => {
		const { staff, found } = classOf(event);
		const arrival = event.locals.classes.roster.reset(found.id, await idIn(event), staff.id);
		return 'refused' in arrival ? fail(409, { refused: arrival.refused }) : ways(event, [arrival]);
	},

	remove: async (event) => {
		const { found } = classOf(event);
		event.locals.classes.roster.remove(found.id, await idIn(event));
		return { done: t('They are no longer in this class. Their account and their work stay.') };
	},

	open: (event) => {
		const { staff, found } = classOf(event);
		const door = event.locals.classes.openDoor(found, staff);
		return 'refused' in door
			? fail(409, { refused: door.refused })
			: { done: t('The code is good from now on.') };
	},

	close: (event) => {
		const { found } = classOf(event);
		event.locals.classes.closeDoor(found.id);
		return { done: t('Nobody can join with the code any more.') };
	}
};

const idIn = async ({ request }: RequestEvent) => Number(text(await request.formData(), 'id'));

/** Codes to print, and the same as a file. They cannot be shown again: only their hashes are kept. */
function ways({ locals, url }: RequestEvent, arrivals: Arrival[]) {
	const linkOf = (code: string) => `${url.origin}/enter?code=${code}`;
	const file = locals.classes.roster.file(arrivals, linkOf);
	return {
		arrivals: arrivals.map((arrival) => ({ ...arrival, link: linkOf(arrival.code) })),
		file: `data:text/csv;charset=utf-8;base64,${Buffer.from(file).toString('base64')}`
	};
}
