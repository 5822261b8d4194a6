/** What the people of a class have handed in at the end of courses, and what is said to it. */
import { fail } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { classOf } from '../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { found } = classOf(event);
	const { labs, capstones } = event.locals;
	return {
		works: capstones
			.ofClass(found.id)
			.map((work) => ({ ...work, title: labs.course(work.course)?.title ?? work.course }))
	};
};

export const actions: Actions = {
	read: async (event) => {
		const { staff, found } = classOf(event);
		const form = await event.request.formData();
		const [id, verdict] = [Number(form.get('work')), form.get('verdict')];
		const remark = String(form.get('remark') ?? '');
		if (verdict !== 'accepted' && verdict !== 'more')
			return fail(400, { work: id, remark, refused: t('Choose what you make of it.') });
		const about = { by: staff.id, accepted: verdict === 'accepted', remark };
		const refusal = event.locals.capstones.read(found.id, id, about);
		return refusal ? fail(409, { work: id, remark, ...refusal }) : { work: id, read: true };
	}
};
