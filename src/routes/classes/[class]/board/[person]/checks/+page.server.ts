/** Every check that looked at one person's work, with all that it said: for who teaches them. */
import { error } from '@sveltejs/kit';
import type { Attempt } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import { t, told } from '#lib/words/index.ts';
import { classOf } from '../../../../guard.ts';
import { namesFor } from '../../../../names.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { found } = classOf(event);
	const { labs, classes, progress, runs, guides } = event.locals;
	const asLearner = (lab: Lab | null) => lab && guides.view(lab, runs.values(userId, lab));
	const { params, url } = event;
	const userId = /^\d{1,15}$/.test(params.person) ? Number(params.person) : 0;
	const person = classes.roster.find(found.id, userId) ?? error(404, t('This person is not in the class.'));
	const labId = url.searchParams.get('lab') || undefined;
	const history = progress.history(userId, { labId, page: Number(url.searchParams.get('page') ?? 1) });
	return {
		person: { id: userId, name: namesFor(event).of(userId, person.fullName || person.name) },
		zone: found.zone ?? 'UTC',
		lab: labId ?? '',
		labs: history.labs.map((id) => ({ id, title: labs.lab(id)?.title ?? id })),
		looks: history.looks.map((look) =>
			lookOnPage(look, labs.lab(look.labId), asLearner(labs.lab(look.labId)))
		),
		...{ total: history.total, page: history.page, pages: history.pages }
	};
};

type View = ReturnType<App.Locals['guides']['view']>;

/** `view`: the lab as its learner reads it, with their own parameters in its titles; it has no hidden checks. */
function lookOnPage(look: Attempt, lab: Lab | null, view: View | null) {
	const { id, at, verdict, trigger, message, answer, log, trace, milliseconds, generation } = look;
	const check = placeIn(lab, look);
	return {
		...{ id, at, verdict, trigger, answer, log, trace, milliseconds, generation },
		message: told(message),
		place: `${look.task}/${look.check}`,
		lab: lab?.title ?? look.labId,
		task: view?.tasks.find((one) => one.id === look.task)?.title ?? look.task,
		check: (placeIn(view, look) ?? check)?.title ?? look.check,
		points: check ? Math.round(check.points * look.score * 10) / 10 : null
	};
}

const placeIn = (lab: Lab | View | null, { task, check }: Attempt) =>
	(lab?.tasks.find(({ id }) => id === task)?.checks as View['tasks'][0]['checks'] | undefined)?.find(
		({ id }) => id === check
	);
