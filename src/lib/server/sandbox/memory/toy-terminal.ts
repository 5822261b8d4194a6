/** A terminal around the toy shell: echoes keys, runs lines, remembers its output for who joins later. */
import type { Shell } from '../index.ts';
import { Exit, runScript, type ToyHost, type ToyState } from './toy-shell.ts';

const MEMORY = 64 * 1024;

export class ToyTerminal {
	readonly #state: ToyState;
	readonly #onEnd: () => void;
	readonly #listeners = new Set<Listener>();
	readonly #abort = new AbortController();
	#printed = '';
	/** Bytes in its whole life. */
	#total = 0;
	#line = '';
	#busy = Promise.resolve();

	constructor(host: ToyHost, env: Record<string, string>, onEnd: () => void) {
		this.#onEnd = onEnd;
		this.#state = {
			host,
			variables: new Map(Object.entries(env)),
			functions: new Map(),
			args: [],
			cwd: '/root',
			signal: this.#abort.signal,
			out: (text) => this.#print(text),
			error: (text) => this.#print(text)
		};
		this.#print('This is the in-memory engine: a toy shell, not a machine.\n');
		this.#prompt();
	}

	join(fresh: boolean): Shell {
		const listener = new Listener(this.#printed);
		this.#listeners.add(listener);
		const past = bytesIn(this.#printed);
		const leave = () => {
			this.#listeners.delete(listener);
			listener.end();
		};
		return {
			fresh,
			lostOutput: false,
			...{ past, from: this.#total - past },
			output: listener,
			write: (bytes) => this.#type(new TextDecoder().decode(bytes)),
			resize: () => {},
			leave,
			close: () => this.close()
		};
	}

	/** `why`: the last thing its terminal says. */
	close(why?: string) {
		this.#abort.abort();
		if (why) this.#print(`\n${why}\n`);
		this.#onEnd();
		for (const listener of this.#listeners) listener.end();
		this.#listeners.clear();
	}

	#type(text: string) {
		for (const key of text) {
			if (key === '\r' || key === '\n') this.#enter();
			else if (key === '\x7f') this.#line = this.#line.slice(0, -1);
			else if (key === '\x04') this.close();
			else this.#line += key;
			if (key >= ' ' && key !== '\x7f') this.#print(key);
			else if (key === '\x7f') this.#print('\b \b');
		}
	}

	#enter() {
		const line = this.#line;
		this.#line = '';
		this.#print('\n');
		this.#busy = this.#busy.then(async () => {
			if (/^\s*exit\b/.test(line)) return this.close();
			await runScript(line, this.#state).catch((error: unknown) => {
				if (!(error instanceof Exit)) throw error;
			});
			this.#prompt();
		});
	}

	#prompt() {
		this.#print(`root@${this.#state.host.name}:~# `);
	}

	#print(text: string) {
		const shown = text.replaceAll('\n', '\r\n');
		this.#total += bytesIn(shown);
		this.#printed = (this.#printed + shown).slice(-MEMORY);
		for (const listener of this.#listeners) listener.push(shown);
	}
}

const bytesIn = (text: string) => new TextEncoder().encode(text).length;

class Listener implements AsyncIterable<Uint8Array> {
	#queue: string[];
	#ended = false;
	#wake: (() => void) | null = null;

	constructor(soFar: string) {
		this.#queue = soFar === '' ? [] : [soFar];
	}

	push(text: string) {
		this.#queue.push(text);
		this.#wake?.();
	}

	end() {
		this.#ended = true;
		this.#wake?.();
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void> {
		for (;;) {
			const text = this.#queue.splice(0).join('');
			if (text !== '') yield new TextEncoder().encode(text);
			else if (this.#ended) return;
			else await new Promise<void>((resolve) => (this.#wake = resolve));
		}
	}
}
