/**
 * Brings stages up and takes them away, so many at a time as the machine carries. It removes what
 * it has made and nothing else.
 */
import PQueue from 'p-queue';
import { paramValues, type Lab } from '#lib/server/labs/index.ts';
import type { SandboxEngine } from '#lib/server/sandbox/index.ts';
import { bringUp, sandboxSpec } from '#lib/server/scenes/index.ts';
import { ending, Stage } from './stage.ts';

/** A stage that was forgotten, because its maker was killed, ends by itself after this. */
const LIFETIME_SECONDS = 1800;

/** The scene of a lab cannot be set; the message is for its author. */
export class SceneError extends Error {}

export class Stages {
	#engine: SandboxEngine;
	#queue: PQueue;
	#made = 0;
	#signal: AbortSignal;

	/** `atOnce`: sandboxes at the same time. When the signal is aborted, no further one is made. */
	constructor(engine: SandboxEngine, atOnce: number, signal = new AbortController().signal) {
		this.#engine = engine;
		this.#queue = new PQueue({ concurrency: atOnce });
		this.#signal = signal;
	}

	/**
	 * Play on a fresh stage, which is taken away afterwards.
	 *
	 * @throws SceneError when the lab cannot be brought up.
	 */
	async on<T>(lab: Lab, seed: string, play: (stage: Stage) => Promise<T>): Promise<T> {
		const values = paramValues(lab, { key: seed, learner: 'author', scope: 'proof' });
		if (lab.hosts.length === 0) return play(new Stage(lab, values, null, null));
		return this.#queue.add(() => this.#play(lab, values, play));
	}

	/** Until everything that was made has been taken away. */
	idle = () => this.#queue.onIdle();

	async #play<T>(lab: Lab, values: Stage['values'], play: (stage: Stage) => Promise<T>): Promise<T> {
		this.#signal.throwIfAborted();
		const name = `proof-${process.pid}-${++this.#made}-${lab.id}`.slice(0, 40);
		const spec = sandboxSpec(lab, values, { lifetimeSeconds: LIFETIME_SECONDS, userId: 0 });
		const started = performance.now();
		try {
			const scene = { engine: this.#engine, lab, name, spec, values, signal: this.#signal };
			const sandbox = await bringUp({ ...scene, tell: () => {} }).catch(explain);
			const stage = new Stage(lab, values, sandbox, Math.round(performance.now() - started));
			stage.original = { engine: this.#engine, name, lab, values, userId: 0 };
			return await this.#unlessAborted(play(stage));
		} finally {
			await this.#engine.remove(name);
		}
	}

	/** Somebody who gives up does not wait for a check that sleeps. */
	async #unlessAborted<T>(work: Promise<T>): Promise<T> {
		const aborted = Promise.withResolvers<never>();
		const stop = () => aborted.reject(this.#signal.reason);
		this.#signal.addEventListener('abort', stop, { once: true });
		try {
			return await Promise.race([work, aborted.promise]);
		} finally {
			this.#signal.removeEventListener('abort', stop);
			work.catch(() => {}); // its machine is taken away under it
		}
	}
}

function explain(error: Error): never {
	if (error.name === 'AbortError') throw error;
	throw new SceneError(withCause(error), { cause: error });
}

/** What went wrong and, when that says more, why. */
export function withCause({ message, cause }: Error): string {
	const reason = cause instanceof Error ? cause.message : String(cause ?? '');
	return reason === '' || reason === message ? message : `${message} ${ending(reason)}`;
}
