import { error } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { drillActions } from './drill-forms.ts';
import { answer, field, here, inQuiz, onRun } from './forms.ts';
import { helpActions, helpOnPage } from './help-forms.ts';
import { mayTry, trialActions, trialOnPage, workbenchOnPage } from './trial-forms.ts';
import { nextInCourse, runOnPage, workOnPage } from './view.ts';
import { watchedOnPage } from './watched.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends, setHeaders }) => {
	depends('app:lab');
	setHeaders({ 'cache-control': 'private, no-store' });
	const { labs, runs, guides, user, config } = locals;
	const newest = labs.lab(params.lab);
	const theirs = user ? runs.labFor(user.id, params.lab) : newest;
	// A draft is met by its author in a preview, and by nobody else.
	const written = theirs ?? (locals.author ? newest : null) ?? error(404, t('There is no such lab.'));
	const lab = guides.inLanguage(written, locals.languages);
	const course = labs.course(lab.courseId);
	const about = { course: course && { title: course.title, href: `/courses/${course.id}` }, now: Date.now() };
	if (!user) return { ...about, lab: guides.view(lab, {}), signedIn: false as const };

	const run = runs.last(user.id, lab.id);
	return {
		...about,
		...(await workOnPage(locals, { userId: user.id, lab, run, now: new Date(about.now) })),
		signedIn: true as const,
		run: run && runOnPage(run, locals),
		/** For who writes this lab; null for everybody else. */
		workbench: workbenchOnPage(locals, run),
		/** For an author who sees it as a learner; null for everybody else. */
		trial: trialOnPage(locals, lab.id),
		mayTry: mayTry(locals),
		...watchedOnPage(locals, run),
		help: helpOnPage(locals, { userId: user.id, lab, run }),
		/** What breaks in it; null when it has no drill. */
		drill: await locals.drills.onPage(user.id, lab),
		/** Pages of machines can be shown here. */
		canView: locals.previews.sources !== null,
		/** Checks cannot look by themselves just now. */
		busy: run !== null && runs.isBusy(run),
		/** There is a newer version than the one at work. */
		changed: newest !== null && newest.digest !== lab.digest,
		minutes: Math.min(Math.max(config.LAB_MINUTES, Math.ceil(lab.minutes * 1.5)), config.LAB_MINUTES_MAX),
		next: nextInCourse(lab, labs)
	};
};

export const actions: Actions = {
	start: (event) => answer(here(event, ({ runs, user }, lab) => runs.startSoon(user.id, lab))),

	/** On the files of the last time. */
	resume: (event) => answer(here(event, ({ runs, user }, lab) => runs.start(user.id, lab, true))),

	stop: (event) => answer(onRun(event, async ({ runs }, _lab, run) => runs.stop(run))),

	/** On the lab as it is now: this is how a learner comes to a new version. */
	reset: (event) =>
		answer(onRun(event, ({ runs, labs }, lab, run) => runs.reset(run, labs.lab(run.labId) ?? lab))),

	extend: (event) => answer(onRun(event, ({ runs }, _lab, run) => runs.extend(run))),

	/** A sign of life. */
	stay: (event) => answer(onRun(event, async ({ runs }, _lab, run) => runs.touch(run.id))),

	check: async (event) => {
		const task = field(await event.request.formData(), 'task');
		return answer(onRun(event, ({ runs }, lab, run) => runs.check(run, lab, task)));
	},

	/** One check, by who writes it. */
	look: async (event) => {
		const form = await event.request.formData();
		const place = { task: field(form, 'task'), check: field(form, 'check') };
		if (!event.locals.workbench) error(404, t('There is no workbench here.'));
		return answer(onRun(event, ({ runs }, lab, run) => runs.look(run, lab, place)));
	},

	handin: (event) => answer(onRun(event, ({ runs }, lab, run) => runs.handIn(run, lab))),

	answer: async (event) => {
		const form = await event.request.formData();
		const given = { taskId: field(form, 'task'), checkId: field(form, 'check'), text: field(form, 'answer') };
		return answer(
			here(event, ({ runs, user }, lab) => runs.answer(user.id, lab, given, runs.current(user.id, lab.id)))
		);
	},

	quiz: async (event) => {
		const form = await event.request.formData();
		const fields = [...form].map(([name, value]): [string, string] => [name, String(value)]);
		const given = { taskId: field(form, 'task'), checkId: field(form, 'check'), fields: inQuiz(fields) };
		return answer(
			here(event, ({ runs, user }, lab) =>
				runs.answerQuiz(user.id, lab, given, runs.current(user.id, lab.id))
			)
		);
	},

	/** New tries in a lab without machines. */
	again: (event) => answer(here(event, async ({ runs, user }, lab) => runs.beginAgain(user.id, lab))),

	hint: async (event) => {
		const form = await event.request.formData();
		const [task, position] = [field(form, 'task'), Number(field(form, 'hint'))];
		return answer(here(event, ({ runs, user }, lab) => runs.takeHint(user.id, lab, task, position)));
	},

	...drillActions,

	...trialActions,

	...helpActions
};
