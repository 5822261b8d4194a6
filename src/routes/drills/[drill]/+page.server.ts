import { error, fail, redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { user, drills }, params, url, setHeaders }) => {
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	setHeaders({ 'cache-control': 'private, no-store' });
	const report =
		(await drills.reports.find(Number(params.drill), user)) ??
		error(404, t('There is no such report for you.'));
	return { report, isMine: drills.reports.isOf(report.id, user.id), mayGrade: user.role !== 'learner' };
};

const text = (form: FormData, name: string) => String(form.get(name) ?? '').slice(0, 4000);

async function answered({ params, request, locals }: RequestEvent, act: Act) {
	const { user, drills } = locals;
	if (!user) redirect(303, '/sign-in');
	const refusal = act(drills.reports, { id: Number(params.drill), user, form: await request.formData() });
	return refusal ? fail(409, refusal) : { ok: true };
}

type Reports = App.Locals['drills']['reports'];
type Act = (
	reports: Reports,
	given: { id: number; user: NonNullable<App.Locals['user']>; form: FormData }
) => { refused: string } | null;

export const actions: Actions = {
	review: (event) =>
		answered(event, (reports, { id, user, form }) =>
			reports.review(id, user.id, {
				...{ happened: text(form, 'happened'), why: text(form, 'why'), prevent: text(form, 'prevent') }
			})
		),

	grade: (event) =>
		answered(event, (reports, { id, user, form }) => {
			if (user.role === 'learner') return { refused: t('Only instructors grade.') };
			const grade = Number(text(form, 'grade') || NaN);
			return reports.grade(id, user.id, { grade, comment: text(form, 'comment') });
		})
};
