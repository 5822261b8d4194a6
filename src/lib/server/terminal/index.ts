/**
 * Terminal: carries bytes between browsers' websockets and sandboxes' shells.
 *
 * It decides nothing: who may open which shell is settled by `admit`, which it is given. Knows
 * nothing of learners, labs or runs.
 */
import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { WindowSize } from '#lib/server/sandbox/index.ts';
import { CLOSED } from '#lib/terminal/protocol.ts';
import type { Log } from '../log.ts';
import { Hub, TooMany } from './hub.ts';
import { sizeIn } from './messages.ts';
import type { Permit } from './permit.ts';
import { Screens } from './screens.ts';

export { enteredIn, type Entered, type Shown } from './entered.ts';
export type { Guest, Permit } from './permit.ts';
export type { Recording } from './words.ts';

/** An HTTP status instead of a permit: 401 not signed in, 403 not from our pages, 404 not theirs. */
export type Admit = (request: IncomingMessage) => Promise<Permit | 401 | 403 | 404>;

export interface Terminals {
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	/** Close every terminal of a session that has ended. */
	endSession(sessionId: string): void;
	/** Keys of the shells that are open here and begin with this. */
	open(prefix: string): string[];
	/** The last lines of an open shell as plain text; null when it is not open. */
	glance(key: string): Promise<string | null>;
	close(): Promise<void>;
}

export interface TerminalsOptions {
	admit: Admit;
	log: Log;
	/** Where screens are kept, so that they outlive the server; nowhere when null. */
	folder: string | null;
}

const LONGEST_FRAME = 64 * 1024;
const HEARTBEAT_MILLISECONDS = 20_000;
/** A guest who may not stay is out within this. */
const GUESTS_MILLISECONDS = 1000;

export function openTerminals({ admit, log, folder }: TerminalsOptions): Terminals {
	const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_FRAME });
	const screens = new Screens({ folder, log });
	const hub = new Hub(screens);
	const beating = setInterval(() => sockets.clients.forEach(beat), HEARTBEAT_MILLISECONDS);
	const looking = setInterval(() => hub.showOut(), GUESTS_MILLISECONDS);

	const serve = async (socket: WebSocket, permit: Permit, size: WindowSize) => {
		socket.on('error', () => socket.terminate()); // a frame that is too long must end its socket, not us
		socket.pause(); // keys typed while the shell opens wait for it
		try {
			await hub.join(socket, permit, size);
			socket.resume();
		} catch (error) {
			socket.resume(); // the other side's goodbye is read as well, or it would wait for ours
			if (error instanceof TooMany) return socket.close(CLOSED.refused, error.message);
			log.warn({ error }, 'a terminal could not be opened');
			socket.close(CLOSED.lost, 'The terminal could not be opened');
		}
	};

	return {
		upgrade(request, socket, head) {
			socket.on('error', () => socket.destroy());
			admit(request)
				.then((permit) => {
					if (typeof permit === 'number') return refuse(socket, permit);
					sockets.handleUpgrade(
						request,
						socket,
						head,
						(webSocket) => void serve(webSocket, permit, sizeIn(request))
					);
				})
				.catch((error: unknown) => {
					log.error({ error }, 'a terminal could not be admitted');
					refuse(socket, 500);
				});
		},
		endSession: (sessionId) => hub.endSession(sessionId),
		glance: (key) => hub.glance(key),
		open: (prefix) => hub.keys().filter((key) => key.startsWith(prefix)),
		async close() {
			clearInterval(beating);
			clearInterval(looking);
			sockets.clients.forEach((client) => client.close(1012, 'The platform is restarting'));
			hub.close();
			setTimeout(() => sockets.clients.forEach((client) => client.terminate()), 200).unref();
			await screens.close();
		}
	};
}

const alive = new WeakMap<WebSocket, boolean>();

/** A network that was cut keeps sockets silently open: who does not answer is let go. */
function beat(socket: WebSocket) {
	if (alive.get(socket) === false) return socket.terminate();
	alive.set(socket, false);
	socket.once('pong', () => alive.set(socket, true));
	socket.ping();
}

function refuse(socket: Duplex, status: number) {
	socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
