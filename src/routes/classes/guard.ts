/** Who asks about a class, and whether it is theirs to ask about. Each load and each action asks here. */
import { error, redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { staffOf } from '../watch/guard.ts';

export function personOf({ user }: Pick<App.Locals, 'user'>, url: URL) {
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	return user;
}

interface Asked {
	locals: Pick<App.Locals, 'user' | 'classes'>;
	params: { class: string };
	url: URL;
}

/** A class, for who teaches it. For everybody else it is not there. */
export function classOf({ locals, params, url }: Asked) {
	const staff = staffOf(locals, url);
	const id = /^\d{1,15}$/.test(params.class) ? Number(params.class) : 0;
	const found = locals.classes.taught(staff, id) ?? error(404, t('You teach no such class.'));
	return { staff, found };
}
