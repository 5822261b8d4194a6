/**
 * The server's side of the screens' thread: bytes go over, pictures come back.
 *
 * A thread that dies is a bug, and no reason to lose anybody's shell: whoever had a screen on it is
 * told, joins again, and finds the screen that was kept.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Log } from '../log.ts';
import { Screen, type Line } from './screen.ts';
import type { FromThread, Opening, ToThread } from './words.ts';

const THREAD = 'src/lib/server/terminal/screens-thread.ts';
const STOP_MILLISECONDS = 3000;
/** No run lasts as long; what is older belongs to a shell that ended without us. */
const FORGOTTEN_MILLISECONDS = 48 * 3_600_000;

export interface ScreensOptions {
	/** Where screens are kept over a crash; nowhere when null. */
	folder: string | null;
	log: Log;
}

export type ScreenOpening = Pick<Opening, 'size' | 'standing' | 'recording'>;

export class Screens {
	readonly #options: ScreensOptions;
	readonly #lines = new Map<number, Line>();
	#thread: Worker | null = null;
	#closed = false;
	#stopped = Promise.withResolvers<void>();
	#next = 1;

	constructor(options: ScreensOptions) {
		this.#options = options;
		if (!options.folder) return;
		mkdirSync(options.folder, { recursive: true, mode: 0o700 });
		forgetOld(options.folder);
		this.#thread = this.#begin(); // now, so that the first terminal does not wait for it
	}

	/** `key` names the shell: the same again after a restart of the server. */
	open(key: string, opening: ScreenOpening, onLost: () => void): Screen {
		const id = this.#next++;
		const { folder } = this.#options;
		const kept = folder && join(folder, `${key.replaceAll('/', '.')}.screen`);
		this.#say({ is: 'open', id, kept, ...opening });
		const screen = new Screen(id, opening.size, {
			say: (message, transfer) => this.#say(message, transfer),
			closed: () => this.#lines.delete(id)
		});
		this.#lines.set(id, { hear: (message) => screen.hear(message), lost: onLost });
		return screen;
	}

	/** Everything is on disk when it resolves. */
	async close(): Promise<void> {
		const thread = this.#thread;
		if (!thread) {
			this.#closed = true;
			return;
		}
		this.#say({ is: 'stop' });
		this.#closed = true;
		const timer = setTimeout(() => this.#stopped.resolve(), STOP_MILLISECONDS);
		await this.#stopped.promise;
		clearTimeout(timer);
		this.#thread = null;
		this.#lines.clear();
		await thread.terminate();
	}

	#say(message: ToThread, transfer: ArrayBuffer[] = []): void {
		if (!this.#closed) (this.#thread ??= this.#begin()).postMessage(message, transfer);
	}

	#begin(): Worker {
		const thread = new Worker(threadFile(), { execArgv: [], name: 'screens' });
		thread.unref();
		thread.on('message', (message: FromThread) => this.#hear(message));
		thread.on('error', (error) => this.#died(thread, error));
		return thread;
	}

	#hear(message: FromThread): void {
		if (message.is === 'stopped') this.#stopped.resolve();
		else if (message.is === 'trouble')
			this.#options.log.warn({ reason: message.message }, 'a screen or a recording could not be kept');
		else this.#lines.get(message.id)?.hear(message);
	}

	#died(thread: Worker, error: unknown): void {
		if (this.#thread !== thread) return;
		this.#options.log.error({ error }, 'the thread of the screens has died: terminals join again');
		this.#thread = null;
		this.#stopped.resolve();
		const lines = [...this.#lines.values()];
		this.#lines.clear();
		for (const { lost } of lines) lost();
	}
}

/** Run from the source, as src/server.ts is: below the first folder above us that has it. */
function threadFile(from = import.meta.dirname): string {
	for (let root = from; ; root = dirname(root)) {
		const file = join(root, THREAD);
		if (existsSync(file)) return file;
		if (root === dirname(root)) throw new Error(`The file ${THREAD} is missing above ${from}: restore it.`);
	}
}

function forgetOld(folder: string): void {
	for (const name of readdirSync(folder)) {
		const file = join(folder, name);
		if (Date.now() - statSync(file).mtimeMs > FORGOTTEN_MILLISECONDS) rmSync(file, { force: true });
	}
}
