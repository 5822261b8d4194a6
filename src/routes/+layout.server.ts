import { version } from '../../package.json';
import { THEME_COOKIE, themeFor } from '#lib/components/theme.ts';
import { announced } from './announced.ts';
import type { LayoutServerLoad } from './$types';

/** An author who tries a lab out stays who they are around it. */
const personIn = ({ author, user }: Pick<App.Locals, 'author' | 'user'>) => {
	const person = author ?? user;
	return person && { name: person.name, role: person.role };
};

/** What stands for this installation: its name, and its logo where it has one of its own. */
const brandOf = ({ config, logos }: Pick<App.Locals, 'config' | 'logos'>) => ({
	name: config.PLATFORM_NAME,
	logo: logos.now && { src: `/logo/${logos.now.digest}`, alt: logos.now.alt }
});

export const load: LayoutServerLoad = (event) => ({
	version,
	language: event.locals.language,
	theme: themeFor(event.cookies.get(THEME_COOKIE), event.locals.config.PLATFORM_THEME),
	user: personIn(event.locals),
	brand: brandOf(event.locals),
	announced: announced(event),
	/** There is a text about privacy. */
	privacy: event.locals.preferences.privacy !== ''
});
