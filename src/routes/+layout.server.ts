import { version } from '../../package.json';
import { THEME_COOKIE, readTheme } from '#lib/components/theme.ts';
import { announced } from './announced.ts';
import type { LayoutServerLoad } from './$types';

/** An author who tries a lab out stays who they are around it. */
const personIn = ({ author, user }: Pick<App.Locals, 'author' | 'user'>) => {
	const person = author ?? user;
	return person && { name: person.name, role: person.role };
};

export const load: LayoutServerLoad = (event) => ({
	version,
	language: event.locals.language,
	theme: readTheme(event.cookies.get(THEME_COOKIE)),
	user: personIn(event.locals),
	announced: announced(event),
	/** There is a text about privacy. */
	privacy: event.locals.preferences.privacy !== ''
});
