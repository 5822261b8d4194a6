/** What the forms of the lab page share: who asks, about which lab and run, and how it is answered. */
import { error, fail, redirect } from '@sveltejs/kit';
import type { Lab } from '#lib/server/labs/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { t } from '#lib/words/index.ts';
import type { RequestEvent } from './$types';

type Known = App.Locals & { user: NonNullable<App.Locals['user']> };

/** Act on the lab of the address, as the person who is signed in has it. */
export function here<T>({ locals, params, url }: RequestEvent, act: (locals: Known, lab: Lab) => T): T {
	const { user } = locals;
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	const draft = locals.author ? locals.labs.lab(params.lab) : null;
	const lab = locals.runs.labFor(user.id, params.lab) ?? draft ?? error(404, t('There is no such lab.'));
	return act({ ...locals, user }, lab);
}

type CurrentRun = NonNullable<ReturnType<App.Locals['runs']['current']>>;

export const onRun = <T>(
	event: RequestEvent,
	act: (locals: Known, lab: Lab, run: CurrentRun) => T
): T | Refusal =>
	here(event, (locals, lab) => {
		const run = locals.runs.current(locals.user.id, lab.id);
		if (!run) return { refused: t('This lab is not running. Start it first.') };
		const holder = locals.crews.inHandsOf(run.id);
		return holder === null
			? act(locals, lab, run)
			: {
					refused: t(
						'You have handed these machines to {name}. They are yours again when the drill is over.',
						{ name: holder }
					)
				};
	});

/** A refusal becomes a failed form with the sentence; anything else is fine. */
export async function answer(doing: unknown) {
	const done = await doing;
	if (typeof done === 'object' && done !== null && 'refused' in done) return fail(409, done as Refusal);
	return { ok: true };
}

export const field = (form: FormData, name: string) => String(form.get(name) ?? '').slice(0, 2000);

/** Names of a quiz's fields begin with this, so that no question can be called like another field. */
const QUIZ = 'q.';

export const inQuiz = (fields: [name: string, value: string][]) =>
	fields
		.filter(([name]) => name.startsWith(QUIZ))
		.map(([name, value]): [string, string] => [name.slice(QUIZ.length), value]);
