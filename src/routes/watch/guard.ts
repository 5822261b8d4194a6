import { error, redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';

/** The instructor or operator who asks. */
export function staffOf({ user }: Pick<App.Locals, 'user'>, url: URL) {
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	if (user.role === 'learner')
		error(403, t('Only instructors and operators may look at the work of others.'));
	return user;
}
