/** One socket that looks at a shell, and how far its browser has got with drawing it. */
import type { WebSocket } from 'ws';
import type { ServerMessage } from '#lib/terminal/protocol.ts';
import { FlowWindow } from './window.ts';

export class Viewer {
	/** SHA-256 of the session cookie it came with. */
	readonly sessionId: string;
	readonly flow = new FlowWindow();
	/** Has fallen behind, or has just come: it gets the whole picture before anything else. */
	needsPicture = true;
	readonly #socket: WebSocket;
	/** What was printed while its picture is being made. */
	#held: Uint8Array[] | null = null;

	constructor(socket: WebSocket, sessionId: string) {
		this.#socket = socket;
		this.sessionId = sessionId;
	}

	get isDrawing() {
		return this.#held !== null;
	}

	say(message: ServerMessage) {
		if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message));
	}

	show(bytes: Uint8Array) {
		if (this.#held) this.#held.push(bytes);
		else if (!this.needsPicture) this.#send(bytes);
	}

	/** From here on everything is kept until the picture comes. */
	hold() {
		this.needsPicture = false;
		this.#held = [];
	}

	picture(about: Extract<ServerMessage, { type: 'screen' }>, picture: Uint8Array) {
		const held = this.#held ?? [];
		this.#held = null;
		this.say(about);
		this.#send(picture);
		for (const bytes of held) this.#send(bytes);
	}

	close(code: number, reason: string) {
		this.#socket.close(code, reason);
	}

	#send(bytes: Uint8Array) {
		if (this.#socket.readyState !== this.#socket.OPEN) return;
		this.flow.sent(bytes.length);
		this.#socket.send(bytes);
	}
}
