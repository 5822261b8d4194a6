/** Forms of the board: who comes to help, and what is done to the machines of many. */
import { fail } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { text } from '../../../sign-in/form.ts';
import { classOf } from '../../guard.ts';

type Event = Parameters<typeof classOf>[0] & { locals: App.Locals; request: Request };

export const helpActions = {
	take: async (event: Event) => {
		const { staff, found } = classOf(event);
		const id = Number(text(await event.request.formData(), 'id'));
		const refusal = event.locals.lessons.help.take(found.id, id, staff);
		return refusal ? fail(409, { refused: refusal.refused }) : { done: t('They read that you come.') };
	},

	done: async (event: Event) => {
		const { staff, found } = classOf(event);
		const form = await event.request.formData();
		const answered = { by: staff, answer: text(form, 'answer') };
		const refusal = event.locals.lessons.help.done(found.id, Number(text(form, 'id')), answered);
		return refusal
			? fail(409, { refused: refusal.refused })
			: { done: t('They read that they were helped.') };
	}
};

export const machineActions = {
	extend: async (event: Event) => {
		const { staff, found } = classOf(event);
		const { machines } = event.locals.lessons;
		const runs = machines.of(found.id, which(await event.request.formData()));
		const { extended, refused } = await machines.extend(runs);
		if (extended === 0) return fail(409, { refused: refused ?? t(NOBODY) });
		event.locals.audit.record(staff, { deed: 'machines-extend', ...about(event, found, runs) });
		const done = t('One lab gets 30 minutes more.|{n} labs get 30 minutes more.', { n: extended });
		return { done: refused ? `${done} ${t('Not all: {why}', { why: refused })}` : done };
	},

	reset: async (event: Event) => {
		const { staff, found } = classOf(event);
		const form = await event.request.formData();
		const { machines, announcements } = event.locals.lessons;
		if (form.get('sure') !== 'yes')
			return fail(400, { refused: t('Tick that you know that the work on these machines is lost.') });
		const runs = machines.reset(machines.of(found.id, which(form)));
		if (runs.length === 0) return fail(409, { refused: t(NOBODY) });
		event.locals.audit.record(staff, { deed: 'machines-reset', ...about(event, found, runs) });
		for (const { userId, labId } of runs) {
			const title = event.locals.labs.lab(labId)?.title ?? labId;
			announcements.say(
				found.id,
				{ text: `Your machines in “${title}” are new: I have reset them.`, userId },
				staff
			);
		}
		return {
			done: t(
				'One lab gets new machines. Their people are told that it was you.|{n} labs get new machines. Their people are told that it was you.',
				{ n: runs.length }
			)
		};
	},

	reserve: async (event: Event) => {
		const { found } = classOf(event);
		const form = await event.request.formData();
		const wanted = { labId: text(form, 'lab'), count: Number(text(form, 'count')) };
		const refusal = event.locals.lessons.machines.reserve(found.id, wanted);
		if (refusal) return fail(400, { refused: refusal.refused });
		return {
			done:
				wanted.count === 0 ? t('No sandbox waits for it any more.') : t('They are made one after the other.')
		};
	}
};

/** Whose machines it was done to, for the audit log: one person's, or many of the class. */
function about(
	{ locals }: Pick<Event, 'locals'>,
	{ id, title }: { id: number; title: string },
	runs: { userId: number; labId: string }[]
) {
	const [first] = runs;
	const one = runs.length === 1 && first ? locals.classes.roster.find(id, first.userId) : null;
	const labs = [...new Set(runs.map(({ labId }) => labId))].join(', ');
	return { subject: one?.name ?? title, detail: runs.length > 1 ? `${runs.length} × ${labs}` : labs };
}

const NOBODY = 'Nobody of the class has machines there that are up.';

/** All runs of the class, those of one lab, or one of them. */
function which(form: FormData) {
	const runId = text(form, 'run');
	return { labId: text(form, 'lab') || null, ...(runId && { runId: Number(runId) }) };
}
