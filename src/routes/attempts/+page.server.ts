/** What the reader has tried, one set of machines after the other, with the sentences of its checks. */
import { redirect } from '@sveltejs/kit';
import type { Lab } from '#lib/server/labs/index.ts';
import type { Said, Sitting } from '#lib/server/progress/index.ts';
import { t, told } from '#lib/words/index.ts';
import { placeOf } from '../recordings/listed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	const { user, progress, labs } = locals;
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	setHeaders({ 'cache-control': 'private, no-store' });
	const labId = url.searchParams.get('lab') || undefined;
	const page = Number(url.searchParams.get('page') ?? 1);
	const found = progress.sittings(user.id, { labId, page });
	return {
		lab: labId ?? '',
		labs: found.labIds.map((id) => ({ id, title: labs.lab(id)?.title ?? id })),
		sittings: await Promise.all(found.sittings.map((sitting) => onPage(locals, user.id, sitting))),
		...{ total: found.total, page: found.page, pages: found.pages }
	};
};

async function onPage(locals: App.Locals, userId: number, sitting: Sitting) {
	const lab = locals.labs.lab(sitting.labId);
	const { labId, runId, generation, from, until, earlier } = sitting;
	const view = lab && locals.guides.view(lab, locals.runs.values(userId, lab));
	return {
		key: `${labId}/${runId}/${generation}`,
		lab: { id: labId, title: view?.title ?? labId, language: lab?.language ?? 'en', isHere: lab !== null },
		...{ from, until, earlier },
		reached: lab && reached(locals, userId, lab, sitting),
		recordings: await recordingsOf(locals, sitting),
		said: sitting.said.map((said) => saidOnPage(said, view))
	};
}

/** Null for a round of a lab without machines that was begun again since: its points are no longer told apart. */
function reached({ progress }: App.Locals, userId: number, lab: Lab, { runId, generation }: Sitting) {
	if (runId === null && generation !== progress.round(userId, lab.id)) return null;
	const machines = runId === null ? null : { id: runId, generation };
	const tasks = progress.standing(userId, lab, machines);
	const { points, of } = progress.score(userId, lab, machines).total;
	return { done: tasks.filter(({ state }) => state === 'done').length, tasks: tasks.length, points, of };
}

async function recordingsOf({ recordings }: App.Locals, { runId, generation }: Sitting) {
	if (runId === null) return [];
	const all = await recordings.ofRun(runId);
	return all
		.filter((one) => one.generation === generation)
		.map((one) => ({ id: one.id, place: placeOf(one) }))
		.toReversed();
}

type View = ReturnType<App.Locals['guides']['view']>;

const saidOnPage = ({ task, check, message, ...said }: Said, view: View | null) => ({
	...said,
	...(said.isDrill ? { task: t('Drill'), check: '' } : titlesIn(view, task, check)),
	message: told(message)
});

/** A check that is called like its task is not named twice. */
function titlesIn(view: View | null, taskId: string, checkId: string): { task: string; check: string } {
	const about = view?.tasks.find(({ id }) => id === taskId);
	if (!about) return { task: taskId, check: checkId };
	const title = about.checks.find(({ id }) => id === checkId)?.title ?? checkId;
	return { task: about.title, check: title === about.title ? '' : title };
}
