/**
 * What a preview says itself, where its app says nothing: a sentence on a page that can do nothing, in
 * the language the browser asks for.
 */
import type { ServerResponse } from 'node:http';
import { spokenOf, t, told } from '#lib/words/index.ts';
import { languagesOf, speakIn } from '../languages.ts';
import { ALWAYS } from './headers.ts';

export interface Answer {
	status: number;
	/** What is so, and what to do. */
	sentence: string;
}

export const REFUSALS = {
	stranger: {
		status: 403,
		sentence: 'This page belongs to a lab. Open it from there: this address alone opens it for nobody.'
	},
	elsewhere: { status: 403, sentence: 'Another site asked for this, so it was refused.' },
	worker: { status: 403, sentence: 'Pages of a lab cannot leave workers behind in a browser.' },
	looking: { status: 403, sentence: 'You look on: pages may be read, and nothing may be sent.' },
	method: { status: 405, sentence: 'A preview does not pass this on.' },
	full: { status: 503, sentence: 'Too much of this lab is open at once. Close some of it, then reload.' }
} satisfies Record<string, Answer>;

export const nothingAnswers = (place: string): Answer => ({
	status: 502,
	sentence: `Nothing answers on ${place} yet. Start the service, then reload.`
});

export const noPage = (place: string): Answer => ({
	status: 502,
	sentence: `What answers on ${place} speaks no HTTP, or broke off. Look at its log, then reload.`
});

export const away = (sentence: string): Answer => ({ status: 503, sentence });

/** No script of anybody's; colours follow the browser. */
export function say(response: ServerResponse, { status, sentence }: Answer, frames = `'none'`): void {
	if (response.headersSent) return void response.destroy();
	const language = spokenOf(languagesOf(undefined, response.req.headers['accept-language'] ?? null)) ?? 'en';
	const [title, said] = speakIn(language, () => [t('Web page'), told(sentence)]);
	const text = said.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
	response.writeHead(status, {
		...ALWAYS,
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors ${frames}`,
		'x-content-type-options': 'nosniff',
		connection: 'close' // what else was on its way here is not read
	});
	response.end(
		`<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><style>body{margin:2rem;font:1rem/1.5 system-ui,sans-serif}</style><main><p>${text}</p></main></html>\n`
	);
}
