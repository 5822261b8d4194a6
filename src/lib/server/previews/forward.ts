/** A request's way to the app and back. Both bodies flow, neither faster than it is taken. */
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { forApp, forBrowser, appHost, type Place } from './headers.ts';
import { away, noPage, nothingAnswers, say } from './pages.ts';
import type { Preview } from './book.ts';

/** A stream on which nothing moves for so long has been forgotten. */
export const IDLE_MILLISECONDS = 10 * 60_000;

export async function forward(
	request: IncomingMessage,
	response: ServerResponse,
	{ preview, place }: { preview: Preview; place: Place }
): Promise<void> {
	const end = () => void response.destroy();
	preview.open.add(end);
	response.once('close', () => preview.open.delete(end));
	response.setTimeout(IDLE_MILLISECONDS, end);
	const stream = await reach(preview, response, place);
	if (!stream) return;
	response.once('close', () => stream.destroy());
	if (response.destroyed) return void stream.destroy();

	const upstream = openRequest(request, stream, place);
	upstream.once('response', (answer) => {
		void passOn(answer, response, place).catch(() => response.destroy());
	});
	upstream.once('error', () => sayUnlessSaid(response, place));
	upstream.once('upgrade', () => upstream.destroy());
	pipeline(request, upstream).catch(() => {}); // whichever side broke is heard of above
}

/** The stream to the service; null when there is none, and that has been said. */
export async function reach(
	{ permit }: Preview,
	response: ServerResponse,
	place: Place
): Promise<Duplex | null> {
	try {
		const stream = await permit.connect();
		if (!stream) say(response, nothingAnswers(appHost(place)), `'self' ${place.platform}`);
		return stream;
	} catch (error) {
		say(response, away((error as Error).message), `'self' ${place.platform}`);
		return null;
	}
}

export function openRequest({ method, url, headers }: IncomingMessage, stream: Duplex, place: Place) {
	return httpRequest({
		...{ method, path: url, headers: forApp(headers, place), setHost: false },
		createConnection: () => stream
	});
}

async function passOn(answer: IncomingMessage, response: ServerResponse, place: Place) {
	response.writeHead(answer.statusCode ?? 502, forBrowser(answer.headers, place));
	response.flushHeaders(); // events may be long in coming
	await pipeline(answer, response);
}

function sayUnlessSaid(response: ServerResponse, place: Place) {
	if (response.headersSent) response.destroy();
	else if (!response.destroyed) say(response, noPage(appHost(place)), `'self' ${place.platform}`);
}
