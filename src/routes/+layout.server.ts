import { version } from '../../package.json';
import { THEME_COOKIE, readTheme } from '#lib/components/theme.ts';
import { announced } from './announced.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => ({
	version,
	language: event.locals.language,
	theme: readTheme(event.cookies.get(THEME_COOKIE)),
	user: event.locals.user && { name: event.locals.user.name, role: event.locals.user.role },
	announced: announced(event),
	/** There is a text about privacy. */
	privacy: event.locals.preferences.privacy !== ''
});
