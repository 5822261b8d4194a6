/**
 * Who may open a preview: a learner of their own machines, and instructors and operators of a learner's,
 * in the ledger like any look. Hosts that learners do not see are shown to nobody.
 */
import type { Duplex } from 'node:stream';
import type { Identity } from './auth/index.ts';
import type { Lab } from './labs/index.ts';
import type { People } from './people/index.ts';
import type { Guest, Permit, Previews } from './previews/index.ts';
import type { Refusal } from './refusal.ts';
import type { Runs } from './runs/index.ts';
import { HostAway, type Sandbox } from './sandbox/index.ts';
import type { Watchings } from './watching/index.ts';

export interface PreviewDoorOptions {
	previews: Pick<Previews, 'enter'>;
	runs: Pick<Runs, 'sandboxFor' | 'labOf' | 'touch'>;
	people: Pick<People, 'isStaff'>;
	watchings: Pick<Watchings, 'begin' | 'keyboard' | 'underway'>;
}

/** What is to be seen. */
export interface Sight {
	runId: number;
	host: string;
	port: number;
	path: string;
}

const NO_PREVIEWS =
	'This platform has no address for pages of machines yet. Whoever runs it sets PREVIEW_ORIGIN; the README says how.';
const NOT_RUNNING = 'This lab is not running. Start it first.';
/** A page asks for dozens of things at once; the engine is asked where they are once in this time. */
const KNOWN_MILLISECONDS = 1000;

export class PreviewDoor {
	readonly #options: PreviewDoorOptions;

	constructor(options: PreviewDoorOptions) {
		this.#options = options;
	}

	/** An address that opens it once in this browser. */
	async open(identity: Identity, sight: Sight): Promise<string | Refusal> {
		const permit = await this.#permit(identity, sight);
		if ('refused' in permit) return permit;
		return this.#options.previews.enter(permit, sight.path) ?? { refused: NO_PREVIEWS };
	}

	async #permit({ user, sessionId }: Identity, sight: Sight): Promise<Permit | Refusal> {
		const { runs, watchings } = this.#options;
		const { runId, host, port } = sight;
		const watched = watchings.underway(runId);
		const ownerId = watched?.userId ?? user.id;
		if (ownerId !== user.id && !this.#mayLook(user.id, runId)) return { refused: NOT_RUNNING };
		const found = await runs.sandboxFor(ownerId, runId);
		if (!found) return { refused: NOT_RUNNING };
		const wrong = problemWith(sight, runs.labOf(found.run));
		if (wrong) return wrong;

		const { id, generation } = found.run;
		const known = remembered(() => this.#machines(ownerId, id, generation));
		const guest = ownerId === user.id ? {} : { guest: this.#guest(user, sight) };
		return {
			...{ sessionId, run: `${id}/${generation}`, host, port, ...guest },
			connect: async (): Promise<Duplex | null> => (await known()).connect(host, port),
			touch: () => (ownerId === user.id ? runs.touch(id) : undefined)
		};
	}

	/** The machines as they were when the preview was opened: new ones are another run's, so to speak. */
	async #machines(ownerId: number, runId: number, generation: number): Promise<Sandbox> {
		const found = await this.#options.runs.sandboxFor(ownerId, runId);
		if (found?.run.generation !== generation)
			throw new HostAway('The machines of this page are gone. Open it from the lab again.');
		return found.sandbox;
	}

	#guest(watcher: Identity['user'], { runId, host, port }: Sight): Guest {
		const { watchings } = this.#options;
		return {
			came() {
				const run = watchings.underway(runId);
				return run ? watchings.begin({ run, watcher, place: `${host}:${port} · page` }) : () => {};
			},
			mayStay: () => this.#mayLook(watcher.id, runId),
			mayAct: () => watchings.keyboard(runId, watcher.id) === 'given'
		};
	}

	#mayLook(userId: number, runId: number): boolean {
		const { people, watchings } = this.#options;
		return people.isStaff(userId) && watchings.underway(runId) !== null;
	}
}

function problemWith({ host, port }: Sight, lab: Lab | null): Refusal | null {
	const isShown = lab?.hosts.some(({ name, hidden }) => name === host && !hidden);
	if (!isShown) return { refused: 'There is no such host in this lab.' };
	if (Number.isInteger(port) && port >= 1 && port <= 65_535) return null;
	return { refused: 'A port is a number from 1 to 65535.' };
}

/** The same answer for a moment; a failure is not remembered. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
	let known: Promise<T> | null = null;
	let until = 0;
	return () => {
		if (known && Date.now() < until) return known;
		until = Date.now() + KNOWN_MILLISECONDS;
		known = ask();
		known.catch(() => (known = null));
		return known;
	};
}
