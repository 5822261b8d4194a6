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
import type { Shell, WindowSize } from '#lib/server/sandbox/index.ts';
import { CLOSED, MOST_SHELLS } from '#lib/terminal/protocol.ts';
import type { Log } from '../log.ts';
import { readMessage, sizeIn } from './messages.ts';
import { SharedShell } from './shared-shell.ts';
import { Viewer } from './viewer.ts';

/** What somebody may do: open this one shell. */
export interface Permit {
	/** Of the session it was given to: when that ends, so does the socket. */
	sessionId: string;
	/** The same for everybody who is to share one shell. */
	key: string;
	/** The run it belongs to: so many shells may be open in one, and no more. */
	run: string;
	open(size: WindowSize): Promise<Shell>;
	/** The person has typed these bytes. */
	onTyped(keys: Uint8Array): void;
}

/** An HTTP status instead of a permit: 401 not signed in, 403 not from our pages, 404 not theirs. */
export type Admit = (request: IncomingMessage) => Promise<Permit | 401 | 403 | 404>;

export interface Terminals {
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	/** Close every terminal of a session that has ended. */
	endSession(sessionId: string): void;
	close(): void;
}

const LONGEST_FRAME = 64 * 1024;
const HEARTBEAT_MILLISECONDS = 20_000;

export function openTerminals(admit: Admit, log: Log): Terminals {
	const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_FRAME });
	const hub = new Hub();
	const beating = setInterval(() => sockets.clients.forEach(beat), HEARTBEAT_MILLISECONDS);

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
		close() {
			clearInterval(beating);
			sockets.clients.forEach((client) => client.close(1012, 'The platform is restarting'));
			hub.close();
			setTimeout(() => sockets.clients.forEach((client) => client.terminate()), 200).unref();
		}
	};
}

/** The shells that are open here, and who looks at them. */
class Hub {
	readonly #shells = new Map<string, Promise<SharedShell>>();
	/** Keys of the shells of each run. */
	readonly #runs = new Map<string, Set<string>>();
	readonly #viewers = new Set<Viewer>();

	async join(socket: WebSocket, permit: Permit, size: WindowSize): Promise<void> {
		const shell = await this.#shell(permit, size);
		if (socket.readyState !== socket.OPEN) return;
		const viewer = new Viewer(socket, permit.sessionId);
		this.#viewers.add(viewer);
		socket.once('close', () => {
			this.#viewers.delete(viewer);
			shell.leave(viewer);
		});
		const typed = limitTyping(socket);
		socket.on('message', (data: Buffer, isBinary) => {
			if (!isBinary) return hear(shell, viewer, data, socket);
			if (!typed(data.length)) return;
			permit.onTyped(data);
			shell.type(data);
		});
		shell.resize(viewer, size);
		shell.join(viewer);
	}

	endSession(sessionId: string) {
		for (const viewer of this.#viewers) {
			if (viewer.sessionId === sessionId) viewer.close(CLOSED.signedOut, 'Signed out');
		}
	}

	close() {
		for (const opening of this.#shells.values()) {
			opening.then(
				(shell) => shell.close(),
				() => {}
			);
		}
	}

	#shell(permit: Permit, size: WindowSize): Promise<SharedShell> {
		const { key, open } = permit;
		const there = this.#shells.get(key);
		if (there) return there;
		const forget = this.#count(permit);
		const opening = open(size).then((shell) => {
			const shared = new SharedShell(shell, size);
			void shared.run().then(forget);
			return shared;
		});
		this.#shells.set(key, opening);
		opening.catch(forget);
		return opening;
	}

	/** Counts a shell among those of its run until it is forgotten. */
	#count({ key, run }: Permit): () => void {
		const keys = this.#runs.get(run) ?? new Set();
		if (keys.size >= MOST_SHELLS) throw new TooMany();
		this.#runs.set(run, keys.add(key));
		return () => {
			this.#shells.delete(key);
			keys.delete(key);
			if (keys.size === 0) this.#runs.delete(run);
		};
	}
}

/** For the person; a close frame has room for 123 bytes. */
class TooMany extends Error {
	constructor() {
		super(
			`${MOST_SHELLS} terminals are open in this lab, which is as many as there may be. Close one first.`
		);
	}
}

function hear(shell: SharedShell, viewer: Viewer, data: Buffer, socket: WebSocket) {
	const message = readMessage(data);
	if (message === null) return socket.close(1007, 'That is not a message');
	if (message.type === 'resize') shell.resize(viewer, message);
	else if (message.type === 'end') shell.end();
	else shell.drawn(viewer, message.bytes);
}

/** More than this in a second is no person and no paste. */
const TYPED_PER_SECOND = 4 * 1024 * 1024;

function limitTyping(socket: WebSocket): (bytes: number) => boolean {
	let since = performance.now();
	let typed = 0;
	return (bytes) => {
		const now = performance.now();
		if (now - since > 1000) [since, typed] = [now, 0];
		typed += bytes;
		if (typed <= TYPED_PER_SECOND) return true;
		socket.close(CLOSED.flood, 'Too much was typed too fast');
		return false;
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
