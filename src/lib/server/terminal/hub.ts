/** The shells that are open here, and who looks at them. */
import type { WebSocket } from 'ws';
import type { WindowSize } from '#lib/server/sandbox/index.ts';
import { CLOSED, MOST_SHELLS } from '#lib/terminal/protocol.ts';
import { readMessage } from './messages.ts';
import type { Guest, Permit } from './permit.ts';
import type { Screens } from './screens.ts';
import { SharedShell } from './shared-shell.ts';
import { Viewer } from './viewer.ts';

export class Hub {
	readonly #screens: Screens;
	readonly #shells = new Map<string, Promise<SharedShell>>();
	/** Keys of the shells of each run. */
	readonly #runs = new Map<string, Set<string>>();
	/** Each with what says whether they may stay. */
	readonly #viewers = new Map<Viewer, (() => boolean) | undefined>();

	constructor(screens: Screens) {
		this.#screens = screens;
	}

	async join(socket: WebSocket, permit: Permit, size: WindowSize): Promise<void> {
		const { guest } = permit;
		const shell = await (guest ? this.#shells.get(permit.key) : this.#shell(permit, size));
		if (!shell) return socket.close(CLOSED.notOpen, 'This shell is not open');
		if (socket.readyState !== socket.OPEN) return;
		const viewer = new Viewer(socket, permit.sessionId);
		const left = guest?.came();
		this.#viewers.set(viewer, guest ? () => guest.mayStay() : permit.mayStay);
		socket.once('close', () => {
			this.#viewers.delete(viewer);
			shell.leave(viewer);
			left?.();
		});
		const typed = limitTyping(socket);
		socket.on('message', (data: Buffer, isBinary) => {
			if (!isBinary) return hear(shell, viewer, data, { socket, guest });
			if (!typed(data.length) || guest?.mayType() === false) return;
			permit.onTyped(data);
			shell.type(data);
		});
		if (!guest) shell.resize(viewer, size);
		shell.join(viewer);
	}

	keys(): string[] {
		return [...this.#shells.keys()];
	}

	/** The last lines of an open shell; null when it is not open, or not yet. */
	async glance(key: string): Promise<string | null> {
		const shell = await this.#shells.get(key)?.catch(() => null);
		return shell ? shell.glance() : null;
	}

	endSession(sessionId: string) {
		for (const viewer of this.#viewers.keys()) {
			if (viewer.sessionId === sessionId) viewer.close(CLOSED.signedOut, 'Signed out');
		}
	}

	/** Those who may not stay any longer. */
	showOut() {
		for (const [viewer, mayStay] of this.#viewers)
			if (mayStay?.() === false) viewer.close(CLOSED.notYours, 'You may not look at this any longer');
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
		const { key } = permit;
		const there = this.#shells.get(key);
		if (there) return there;
		const forget = this.#count(permit);
		const opening = this.#open(permit, size);
		this.#shells.set(key, opening);
		opening.then((shared) => void shared.run().then(forget), forget);
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

	async #open({ key, open, recording }: Permit, size: WindowSize): Promise<SharedShell> {
		const shell = await open(size);
		const { fresh, from, past } = shell;
		const shared: { shell?: SharedShell } = {};
		const opening = { size, standing: { fresh, from, past }, recording: recording(fresh) };
		const screen = this.#screens.open(key, opening, () => shared.shell?.close());
		return (shared.shell = new SharedShell(shell, screen));
	}
}

/** For the person; a close frame has room for 123 bytes. */
export class TooMany extends Error {
	constructor() {
		super(
			`${MOST_SHELLS} terminals are open in this lab, which is as many as there may be. Close one first.`
		);
	}
}

/** A guest's window changes nobody's, and a guest ends no shell. */
function hear(
	shell: SharedShell,
	viewer: Viewer,
	data: Buffer,
	{ socket, guest }: { socket: WebSocket; guest: Guest | undefined }
) {
	const message = readMessage(data);
	if (message === null) return socket.close(1007, 'That is not a message');
	if (message.type === 'drawn') shell.drawn(viewer, message.bytes);
	else if (message.type === 'ask') viewer.say({ type: 'here' });
	else if (guest) return;
	else if (message.type === 'end') shell.end();
	else shell.resize(viewer, message);
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
