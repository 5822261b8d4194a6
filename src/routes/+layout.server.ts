import { version } from '../../package.json';
import { THEME_COOKIE, readTheme } from '#lib/components/theme.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, cookies }) => ({
	version,
	theme: readTheme(cookies.get(THEME_COOKIE)),
	user: locals.user && { name: locals.user.name, role: locals.user.role }
});
