/**
 * The network between a browser and the platform, which can go silent as a lost one does: nothing is
 * refused and nothing is closed, but nothing comes through any more.
 */
import { connect, createServer, type Server, type Socket } from 'node:net';

export class Wire {
	readonly #server: Server;
	readonly #pairs = new Set<Socket>();
	#isCut = false;

	/** `port`: where browsers come in; `to`: where the server listens. */
	constructor(port: number, to: () => number) {
		this.#server = createServer((near) => {
			this.#keep(near);
			if (this.#isCut) return;
			const far = this.#keep(connect(to(), '127.0.0.1'));
			const end = () => {
				if (this.#isCut) return; // word of it does not come through either
				near.destroy();
				far.destroy();
			};
			for (const [from, into] of [
				[near, far],
				[far, near]
			] as const) {
				from.on('data', (bytes) => void (this.#isCut || into.write(bytes)));
				from.on('error', end);
				from.on('close', end);
			}
		}).listen(port, '127.0.0.1');
	}

	cut() {
		this.#isCut = true;
	}

	/** What was lost meanwhile stays lost: a line of before is of no use to anybody. */
	mend() {
		this.#isCut = false;
	}

	close() {
		this.#server.close();
		for (const socket of this.#pairs) socket.destroy();
	}

	#keep(socket: Socket): Socket {
		this.#pairs.add(socket);
		socket.on('error', () => {});
		socket.on('close', () => this.#pairs.delete(socket));
		return socket;
	}
}
