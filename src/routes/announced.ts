/** What somebody's classes are told just now, on whatever page they are. */
import type { LayoutServerLoadEvent } from './$types';

/** Number of the last announcement they have read and put away. */
export const HEARD_COOKIE = 'heard';

export function announced({ locals, cookies, params, depends }: LayoutServerLoadEvent) {
	depends('app:lab'); // what the lab page reads again when something has changed
	if (!locals.user) return [];
	const [labId, after] = [params.lab ?? null, Number(cookies.get(HEARD_COOKIE)) || 0];
	return locals.lessons.announcements
		.heardBy(locals.user.id, { labId, after })
		.map(({ id, text, byName }) => ({ id, text, byName }));
}
