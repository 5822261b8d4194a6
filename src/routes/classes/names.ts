/** Names for the projector: an instructor who hides them reads pseudonyms wherever learners are watched. */
import type { Cookies } from '@sveltejs/kit';

const COOKIE = 'names';

interface Asked {
	cookies: Cookies;
	locals: Pick<App.Locals, 'lessons'>;
}

export function namesFor({ cookies, locals }: Asked) {
	const hidden = cookies.get(COOKIE) === 'hidden';
	return {
		hidden,
		of: (userId: number, name: string) => (hidden ? locals.lessons.pseudonym(userId) : name)
	};
}

/** From now on, in this browser, until it is closed. */
export function hideNames({ cookies }: Pick<Asked, 'cookies'>, hidden: boolean): void {
	if (hidden) cookies.set(COOKIE, 'hidden', { path: '/', httpOnly: true, sameSite: 'lax' });
	else cookies.delete(COOKIE, { path: '/' });
}
