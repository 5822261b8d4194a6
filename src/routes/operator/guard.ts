import { error, redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';

/** The operator who asks. A layout's load would guard no action, so each load and action asks here. */
export function operatorOf({ user }: Pick<App.Locals, 'user'>, url: URL) {
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	if (user.role !== 'operator')
		error(403, t('Only operators may see who has an account and decide who may sign up.'));
	return user;
}
