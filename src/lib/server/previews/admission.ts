/** Whether a request may come in: from the browser that was let in, and from a page of the preview itself. */
import type { IncomingMessage } from 'node:http';
import type { Book, Preview } from './book.ts';
import { passesIn } from './cookies.ts';
import { REFUSALS, type Answer } from './pages.ts';

const ASKING = ['GET', 'HEAD'];
const SENDING = [
	'POST',
	'PUT',
	'PATCH',
	'DELETE',
	'OPTIONS',
	'PROPFIND',
	'PROPPATCH',
	'MKCOL',
	'COPY',
	'MOVE'
];
/** More than a page, its pictures and its sockets need; a host has room for sixty. */
const MOST_OPEN = 48;

export interface Asked {
	book: Book;
	label: string;
	origin: string;
}

export function admit(request: IncomingMessage, { book, label, origin }: Asked): Preview | Answer {
	const preview = book.find(label, passesIn(request.headers.cookie));
	if (!preview?.permit.mayStay()) return REFUSALS.stranger;
	if (book.openIn(preview.permit.run) >= MOST_OPEN) return REFUSALS.full;
	return refusalOf(request, preview, origin) ?? preview;
}

function refusalOf(request: IncomingMessage, { permit }: Preview, origin: string): Answer | null {
	const { method = '', headers } = request;
	const isQuestion = ASKING.includes(method) && headers.upgrade === undefined;
	if (!ASKING.includes(method) && !SENDING.includes(method)) return REFUSALS.method;
	if (!fromItself(request, origin)) return REFUSALS.elsewhere;
	if (headers['service-worker'] !== undefined) return REFUSALS.worker;
	return !isQuestion && permit.guest?.mayAct() === false ? REFUSALS.looking : null;
}

/** Somebody may follow a link to it; anything else comes from its own pages. What is no browser says nothing of this. */
function fromItself({ method, headers }: IncomingMessage, origin: string): boolean {
	if (headers.origin !== undefined && headers.origin !== origin) return false;
	if (headers.upgrade !== undefined) return headers.origin === origin;
	const site = headers['sec-fetch-site'] ?? 'none';
	if (site === 'same-origin' || site === 'none') return true;
	return headers['sec-fetch-mode'] === 'navigate' && ASKING.includes(method ?? '');
}
