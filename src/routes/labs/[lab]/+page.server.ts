import { error, fail, redirect } from '@sveltejs/kit';
import type { Lab } from '#lib/server/labs/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { guideOnPage, nextInCourse, runOnPage, tasksOnPage } from './view.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends, setHeaders }) => {
	depends('app:lab');
	setHeaders({ 'cache-control': 'private, no-store' });
	const { labs, runs, progress, guides, user, config } = locals;
	const lab = labs.lab(params.lab) ?? error(404, 'There is no such lab.');
	const course = labs.course(lab.courseId);
	const about = { course: course && { title: course.title, href: `/courses/${course.id}` }, now: Date.now() };
	if (!user) return { ...about, lab: guides.view(lab, {}), signedIn: false as const };

	const values = runs.values(user.id, lab);
	const run = runs.last(user.id, lab.id);
	const view = guides.view(lab, values);
	const tasks = tasksOnPage(lab, view, {
		tasks: progress.standing(user.id, lab, run),
		doneBefore: progress.doneTasks(user.id).get(lab.id) ?? new Set(),
		hintsTaken: progress.hints(user.id, lab.id),
		startedAt: run?.startedAt ?? null,
		now: new Date(about.now)
	});
	const done = (id: string) => tasks.some((task) => task.id === id && (task.state === 'done' || task.doneBefore));
	return {
		...about,
		signedIn: true as const,
		lab: view,
		guide: guideOnPage(await guides.render(lab, values), done),
		tasks,
		run: run && runOnPage(run, runs),
		changed: run !== null && run.endedAt === null && run.digest !== lab.digest,
		minutes: Math.min(Math.max(config.LAB_MINUTES, Math.ceil(lab.minutes * 1.5)), config.LAB_MINUTES_MAX),
		next: nextInCourse(lab, labs)
	};
};

export const actions: Actions = {
	start: (event) => answer(here(event, ({ runs, user }, lab) => runs.start(user.id, lab))),

	stop: (event) => answer(onRun(event, async ({ runs }, _lab, run) => runs.stop(run))),

	reset: (event) => answer(onRun(event, ({ runs }, lab, run) => runs.reset(run, lab))),

	extend: (event) => answer(onRun(event, ({ runs }, _lab, run) => runs.extend(run))),

	/** A sign of life. */
	stay: (event) => answer(onRun(event, async ({ runs }, _lab, run) => runs.touch(run.id))),

	check: async (event) => {
		const task = field(await event.request.formData(), 'task');
		return answer(onRun(event, ({ runs }, lab, run) => runs.check(run, lab, task)));
	},

	answer: async (event) => {
		const form = await event.request.formData();
		const given = { taskId: field(form, 'task'), checkId: field(form, 'check'), text: field(form, 'answer') };
		return answer(here(event, ({ runs, user }, lab) => runs.answer(user.id, lab, given, runs.current(user.id, lab.id))));
	},

	hint: async (event) => {
		const form = await event.request.formData();
		const [task, position] = [field(form, 'task'), Number(field(form, 'hint'))];
		return answer(here(event, ({ runs, user }, lab) => runs.takeHint(user.id, lab, task, position)));
	}
};

type Known = App.Locals & { user: NonNullable<App.Locals['user']> };

/** Act on the lab of the address, as the person who is signed in. */
function here<T>({ locals, params, url }: RequestEvent, act: (locals: Known, lab: Lab) => T): T {
	const { user } = locals;
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	const lab = locals.labs.lab(params.lab) ?? error(404, 'There is no such lab.');
	return act({ ...locals, user }, lab);
}

type CurrentRun = NonNullable<ReturnType<App.Locals['runs']['current']>>;

const onRun = <T>(event: RequestEvent, act: (locals: Known, lab: Lab, run: CurrentRun) => T): T | Refusal =>
	here(event, (locals, lab) => {
		const run = locals.runs.current(locals.user.id, lab.id);
		return run ? act(locals, lab, run) : { refused: 'This lab is not running. Start it first.' };
	});

/** A refusal becomes a failed form with the sentence; anything else is fine. */
async function answer(doing: unknown) {
	const done = await doing;
	if (typeof done === 'object' && done !== null && 'refused' in done) return fail(409, done as Refusal);
	return { ok: true };
}

const field = (form: FormData, name: string) => String(form.get(name) ?? '').slice(0, 2000);
