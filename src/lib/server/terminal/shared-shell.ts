/**
 * A shell that belongs to its run: any number of sockets come and go, and each sees it as it is.
 *
 * It is read as fast as its fastest viewer draws. One that falls behind is not waited for: it
 * gets the whole picture when it has caught its breath. With nobody there it is read at a walking
 * pace, so that work goes on and a flood costs next to nothing.
 */
import type { Shell, WindowSize } from '#lib/server/sandbox/index.ts';
import { CLOSED } from '#lib/terminal/protocol.ts';
import type { Screen } from './screen.ts';
import type { Viewer } from './viewer.ts';
import { Young } from './young.ts';

const ALONE = { bytes: 256 * 1024, milliseconds: 250 };

export class SharedShell {
	readonly #shell: Shell;
	readonly #screen: Screen;
	readonly #viewers = new Set<Viewer>();
	readonly #young: Young;
	/** Bytes from before our time that the screen has not seen yet. */
	#past: number;
	#state: 'runs' | 'ended' | 'left' = 'runs';
	#wake: (() => void) | null = null;
	#readAlone = 0;

	constructor(shell: Shell, screen: Screen) {
		this.#shell = shell;
		this.#screen = screen;
		this.#past = shell.past;
		this.#young = new Young(shell.from === 0 && !shell.lostOutput);
	}

	/** Carry output until the shell ends. Never throws: why it ended is told to the viewers. */
	async run(): Promise<void> {
		let why: [code: number, reason: string] = [CLOSED.exited, 'The shell has ended'];
		try {
			if (this.#shell.lostOutput) this.#repaint();
			for await (const bytes of this.#shell.output) {
				await this.#show(bytes);
				await this.#pace(bytes.length);
			}
		} catch {
			why = [CLOSED.lost, 'The connection to the shell was lost'];
		}
		if (this.#state === 'left') why = [CLOSED.lost, 'The terminal is opened anew'];
		const ended = why[0] === CLOSED.exited;
		this.#state = 'ended';
		for (const viewer of this.#viewers) viewer.close(...why);
		this.#screen.close(ended);
	}

	join(viewer: Viewer) {
		this.#viewers.add(viewer);
		this.#picture(viewer);
		this.#wake?.();
	}

	leave(viewer: Viewer) {
		this.#viewers.delete(viewer);
		this.#wake?.();
	}

	type(bytes: Uint8Array) {
		this.#shell.write(bytes);
	}

	/** Whoever resized last has the size; the others follow. */
	resize(from: Viewer, { cols, rows }: WindowSize) {
		const size = { cols, rows };
		this.#shell.resize(size);
		this.#screen.resize(size);
		for (const viewer of this.#viewers) if (viewer !== from) viewer.say({ type: 'size', cols, rows });
	}

	drawn(viewer: Viewer, bytes: number) {
		viewer.flow.drawn(bytes);
		if (viewer.needsPicture && viewer.flow.isCalm) this.#picture(viewer);
		this.#wake?.();
	}

	/** What it shows in its last lines, as plain text. */
	glance(): Promise<string> {
		return this.#screen.glance();
	}

	/** End it and what runs in it, for everybody who looks at it. */
	end() {
		this.#shell.close();
	}

	/** Stop carrying; the shell itself lives on in its host. */
	close() {
		if (this.#state === 'runs') this.#state = 'left';
		this.#wake?.();
		this.#shell.leave();
	}

	/** Viewers first, for they wait; both are told in the same moment, so a picture fits what follows it. */
	async #show(bytes: Uint8Array) {
		const old = Math.min(this.#past, bytes.length);
		this.#past -= old;
		this.#young.hear(bytes);
		if (old === 0) for (const viewer of this.#viewers) this.#offer(viewer, bytes);
		const written = this.#screen.write(bytes);
		// What was printed before we came is drawn here and nowhere else.
		if (old > 0 && this.#past === 0) for (const viewer of this.#viewers) this.#picture(viewer);
		if (written) await written;
	}

	#offer(viewer: Viewer, bytes: Uint8Array) {
		if (!viewer.isDrawing && !viewer.flow.hasRoom) viewer.needsPicture = true;
		viewer.show(bytes);
	}

	#picture(viewer: Viewer) {
		if (this.#past > 0 || viewer.isDrawing || this.#state !== 'runs') return;
		const show = (picture: Uint8Array, { cols, rows }: WindowSize) =>
			viewer.picture({ type: 'screen', cols, rows, fresh: this.#shell.fresh }, picture);
		const plain = this.#young.picture();
		viewer.hold();
		if (plain) show(plain, this.#screen.size);
		else this.#screen.picture(show);
	}

	async #pace(bytes: number) {
		if (this.#state !== 'runs') return;
		if (this.#viewers.size === 0) {
			this.#readAlone += bytes;
			if (this.#readAlone < ALONE.bytes) return;
			this.#readAlone = 0;
			await this.#woken(ALONE.milliseconds);
			return;
		}
		while (this.#state === 'runs' && this.#viewers.size > 0 && !this.#hasRoom()) await this.#woken();
	}

	#hasRoom() {
		for (const { flow } of this.#viewers) if (flow.hasRoom) return true;
		return false;
	}

	async #woken(milliseconds?: number) {
		let timer: NodeJS.Timeout | undefined;
		await new Promise<void>((resolve) => {
			this.#wake = resolve;
			if (milliseconds !== undefined) timer = setTimeout(resolve, milliseconds);
		});
		clearTimeout(timer);
		this.#wake = null;
	}

	/** Some output is lost, so the screen is not known: a change of size makes programs draw it anew. */
	#repaint() {
		const { cols, rows } = this.#screen.size;
		this.#shell.resize({ cols, rows: rows - 1 });
		this.#shell.resize({ cols, rows });
	}
}
