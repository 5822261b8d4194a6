/** Websockets: the handshake with headers sifted as everywhere, and from then on bytes that are the app's affair. */
import { ServerResponse, STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { IDLE_MILLISECONDS, openRequest, reach } from './forward.ts';
import { forBrowser, appHost, type Place } from './headers.ts';
import { noPage, say, type Answer } from './pages.ts';
import type { Preview } from './book.ts';

export interface Incoming {
	request: IncomingMessage;
	socket: Duplex;
	head: Buffer;
}

/** An answer in place of a handshake. */
export function refuse({ request, socket }: Incoming, answer: Answer): void {
	say(responseOn(request, socket), answer);
}

export async function forwardUpgrade(
	incoming: Incoming,
	{ preview, place }: { preview: Preview; place: Place }
): Promise<void> {
	const { request, socket, head } = incoming;
	const end = () => void socket.destroy();
	for (const set of [preview.open, preview.sockets]) {
		set.add(end);
		socket.once('close', () => set.delete(end));
	}
	socket.on('error', end);
	(socket as Socket).setTimeout(IDLE_MILLISECONDS, end);
	const response = responseOn(request, socket);
	const stream = await reach(preview, response, place);
	if (!stream) return;
	socket.once('close', () => stream.destroy());
	if (socket.destroyed) return void stream.destroy();

	const upstream = openRequest(request, stream, place);
	upstream.setHeader('connection', 'Upgrade');
	upstream.setHeader('upgrade', 'websocket');
	upstream.once('upgrade', (answer, app, first) => {
		socket.write(handshake(answer, place));
		join(socket, app, { head, first });
	});
	upstream.once('response', (answer) => {
		response.writeHead(answer.statusCode ?? 502, {
			...forBrowser(answer.headers, place),
			connection: 'close'
		});
		answer.pipe(response);
	});
	upstream.once('error', () => say(response, noPage(appHost(place))));
	upstream.end();
}

/** As far as the two have spoken already, then everything; with either, both end. */
function join(socket: Duplex, app: Duplex, { head, first }: { head: Buffer; first: Buffer }) {
	if (head.length > 0) app.write(head);
	if (first.length > 0) socket.write(first);
	app.on('error', () => socket.destroy());
	app.once('close', () => socket.destroy());
	socket.pipe(app);
	app.pipe(socket);
}

const PROMISED = /^(?:sec-websocket-(?:accept|protocol|extensions)|set-cookie)$/;

function handshake(answer: IncomingMessage, place: Place): string {
	const headers = Object.entries(forBrowser(answer.headers, place))
		.filter(([name]) => PROMISED.test(name))
		.flatMap(([name, value]) => [value].flat().map((one) => `${name}: ${String(one)}`));
	const lines = [
		`HTTP/1.1 101 ${STATUS_CODES[101]}`,
		'Connection: Upgrade',
		'Upgrade: websocket',
		...headers
	];
	return lines.map((line) => `${line}\r\n`).join('') + '\r\n';
}

/** For answers that are no handshake: node has none for such a socket. */
function responseOn(request: IncomingMessage, socket: Duplex): ServerResponse {
	const response = new ServerResponse(request);
	response.assignSocket(socket as Socket);
	response.shouldKeepAlive = false;
	response.once('finish', () => {
		response.detachSocket(socket as Socket);
		socket.end();
	});
	return response;
}
