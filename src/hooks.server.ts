import {
	error,
	type Handle,
	type HandleServerError,
	type RequestEvent,
	type ServerInit
} from '@sveltejs/kit';
import { THEME_COOKIE, themeFor } from '#lib/components/theme.ts';
import { crossSite, protect } from '#lib/server/auth/index.ts';
import { fileMostOf, tooLarge } from '#lib/server/body-size.ts';
import { readConfig } from '#lib/server/config.ts';
import { LANGUAGE_COOKIE, languagesOf, learnLanguages, speakIn } from '#lib/server/languages.ts';
import { speaking, type Labs } from '#lib/server/labs/index.ts';
import { openServices } from '#lib/server/services.ts';
import { spokenOf, t } from '#lib/words/index.ts';
import { running } from './running.ts';

export const init: ServerInit = async () => {
	learnLanguages();
	await running.labwright?.close();
	running.labwright = await openServices(readConfig());
};

/** Routes never import a room: they are handed them, next to the person they act for. */
export const handle: Handle = ({ event, resolve }) => {
	const languages = languagesOf(
		event.cookies.get(LANGUAGE_COOKIE),
		event.request.headers.get('accept-language')
	);
	const language = spokenOf(languages) ?? running.labwright?.config.PLATFORM_LANGUAGE ?? 'en';
	Object.assign(event.locals, { languages, language });
	return speakIn(language, () => answer({ event, resolve }));
};

const answer: Handle = async ({ event, resolve }) => {
	const services = running.labwright ?? error(503, t('The platform is starting. Try again in a moment.'));
	if (crossSite(event.request, event.url)) {
		return new Response(
			t(
				'This request came from another site, so it was refused. If it did not: open this platform at {address}, which is the address it was given (setting ORIGIN).',
				{ address: services.config.ORIGIN }
			),
			{ status: 403 }
		);
	}
	if (tooLarge(event.request, event.route.id)) {
		const size = fileMostOf(event.route.id) || 1;
		error(413, t('That is more than this page takes. A file may have {size} MiB.', { size }));
	}
	Object.assign(event.locals, services, await services.auth.identify(event.cookies));
	event.locals.labs = labsFor(event, services.fitting.labsFor(event.locals.user));
	Object.assign(event.locals, { author: null }, asLearner(event));
	const theme = themeFor(event.cookies.get(THEME_COOKIE), services.config.PLATFORM_THEME);
	const began = performance.now();
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%labwright.theme%', theme).replace('%labwright.language%', event.locals.language)
	});
	if (event.request.method !== 'GET') await services.settled();
	const seconds = (performance.now() - began) / 1000;
	services.metrics.answered(event.route.id, event.request.method, response.status, seconds);
	protect(response.headers, services.config.ORIGIN.startsWith('https:'), services.previews.sources);
	return response;
};

/** In the reader's languages. At the address of a lab, whoever brought it meets it before learners do. */
function labsFor({ locals, route }: RequestEvent, labs: Labs): Labs {
	const author = locals.user;
	const known = speaking(labs, () => locals.languages);
	if (!author || author.role === 'learner' || !route.id?.startsWith('/labs/[lab]')) return known;
	return { ...known, lab: (id) => known.lab(id) ?? locals.drafts.drafted(author, id)?.lab ?? null };
}

/** Below the address of a lab that an author tries out, and of a drill in it, they are a learner of their own. */
function asLearner(event: RequestEvent): Partial<App.Locals> {
	const author = event.locals.user;
	const user = author && author.role !== 'learner' ? trialAccount(event, author.id) : null;
	return user ? { user, author } : {};
}

function trialAccount({ locals: { trials, drills }, route, params }: RequestEvent, authorId: number) {
	if (route.id?.startsWith('/labs/[lab]')) return trials.accountIn(authorId, params.lab ?? '');
	const own = route.id?.startsWith('/drills/[drill]') ? trials.account(authorId) : null;
	return own && drills.reports.isOf(Number(params.drill), own.id) ? own : null;
}

/** What nobody expected: the log has it whole, the person gets a sentence. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message: t('There is nothing here.') };
	running.labwright?.metrics.failed();
	running.labwright?.log.error({ error, path: event.url.pathname }, 'a page failed');
	if (isDiskFull(error)) return { message: t(DISK_FULL) };
	return {
		message:
			status >= 500 ? t('Something on this server went wrong. It has been written to the log.') : message
	};
};

const DISK_FULL =
	'The disk of this platform is full, so this could not be kept. Your machines and what was kept before are safe. Tell the operator, and try again in a moment.';

/** The database says so by its code, whatever was wrapped around it on the way. */
function isDiskFull(error: unknown): boolean {
	const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown };
	return code === 'SQLITE_FULL' || code === 'ENOSPC' || (cause !== undefined && isDiskFull(cause));
}
