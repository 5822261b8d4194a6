import { fail, redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { text } from '../../../sign-in/form.ts';
import { classOf } from '../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { found } = classOf(event);
	const { labs, classes, gameDays, drills } = event.locals;
	return {
		zone: found.zone,
		days: gameDays.of(found.id),
		labs: labs.all().flatMap(({ id, title, drill }) => (drill ? [{ id, title }] : [])),
		/** Of everybody in the class, with what they wrote and what they were given for it. */
		reports: drills.reports.ofPeople(classes.roster.all(found.id).map(({ userId }) => userId))
	};
};

export const actions: Actions = {
	schedule: async (event) => {
		const { staff, found } = classOf(event);
		const form = await event.request.formData();
		const written = (name: string) => text(form, name).trim().slice(0, 100);
		const typed = {
			...{ lab: written('lab'), mode: written('mode'), size: written('size'), strikes: written('strikes') },
			...{ starts: written('starts'), zone: written('zone') }
		};
		if (found.archivedAt)
			return fail(400, { refused: t('This class is archived. Bring it back first.'), field: 'lab', typed });
		const day = event.locals.gameDays.schedule(found.id, typed, staff.id);
		if ('refused' in day) return fail(400, { refused: day.refused, field: day.field, typed });
		const detail = `planned ${day.labId}`;
		event.locals.audit.record(staff, { deed: 'game-day', subject: found.title, detail });
		redirect(303, `/classes/${found.id}/game-days/${day.id}`);
	}
};
